/// The program's version, as `generator.version` in summaries.
public let telltaleVersion = "0.1.0"
