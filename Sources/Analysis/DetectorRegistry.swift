/// Everything in code that finds something in a text or a header. Tests demand an example and a near miss of each.
public enum DetectorRegistry {
  /// Ids of recognisers and covert detectors, as they stand in a disclosure's `signal`.
  public static var ids: [String] {
    recognisers + CovertDetectors.all.map { $0.id } + ToolTextDetectors.all.map { $0.id }
      + [ReversibleChecksum.id]
  }

  private static let recognisers = [
    HomePath.id, TimeZoneName.id, MailAddress.id, GitRemote.id, LocalTime.id, KernelRelease.id,
    CredentialShape.id, PrivateAddress.id, EnvironmentBlock.id, EnvironmentAssignment.id,
    LinkLayerAddress.id, InternalHost.id, SecureShell.id, StackFrame.id, CredentialHeader.id,
    UserAgentFacts.id, CommandLine.id, DependencyList.id, SourceCode.id,
  ]
}
