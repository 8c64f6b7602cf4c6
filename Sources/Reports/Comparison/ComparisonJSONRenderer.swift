public import Model

/// `telltale.comparison/1`.
public struct ComparisonJSONRenderer: ComparisonRenderer {
  public static let format = "json"

  public init() {}

  public func render(_ comparison: Comparison, options: RenderOptions) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object { json in
      json.member("schema", Comparison.schema)
      json.object("generator", inline: true) {
        $0.member("name", "telltale")
        $0.member("version", comparison.generatorVersion)
      }
      json.member("runs", comparison.runs.count)
      json.object("factors") { factors in
        for factor in comparison.factors {
          factors.object(factor.name, inline: true) { levels in
            for level in factor.levels { levels.member(level.name, level.runs) }
          }
        }
      }
      json.array("captures") { captures in
        for run in comparison.runs { Self.run(run, &captures) }
      }
      json.member("aligned_exchanges", comparison.alignedExchanges)
      json.array("variations") { list in
        for variation in comparison.variations { Self.variation(variation, &list) }
      }
      json.array("unexplained") { list in
        for variation in comparison.unexplained { Self.variation(variation, &list) }
      }
      json.member("tests", comparison.tests)
      json.member("untestable", comparison.untestable)
      json.member("unlisted_noise", comparison.unlistedNoise)
      json.member("smallest_p", comparison.smallestP)
      json.member("smallest_q", comparison.smallestQ)
      json.array("confounding") { list in
        for item in comparison.confounding {
          list.object(inline: true) {
            $0.member("factor", item.factor)
            $0.member("with", item.with)
            $0.member("note", item.note)
          }
        }
      }
      Self.measured("placebo", comparison.placebo, &json)
      Self.measured("baseline", comparison.baseline, &json)
      Self.coverage(comparison.coverage, &json)
    }
    writer.endLine()
    return writer.bytes
  }

  private static func run(_ run: Comparison.Run, _ json: inout JSONWriter) {
    json.object(inline: true) {
      $0.member("path", run.capture)
      $0.object("factors") { factors in
        for (name, level) in run.factors.sorted(by: { $0.key < $1.key }) {
          factors.member(name, level)
        }
      }
      $0.member("order", run.order)
      $0.member("exchanges", run.exchanges)
    }
  }

  private static func variation(_ variation: Variation, _ json: inout JSONWriter) {
    json.object {
      $0.member("tool", variation.tool)
      $0.member("exchange", variation.exchange)
      $0.member("recipient_role", variation.recipientRole)
      $0.member("part", variation.part)
      $0.member("path", variation.path)
      $0.member("items", variation.items)
      $0.member("aspect", variation.aspect.rawValue)
      $0.member("kind", variation.kind.rawValue)
      $0.member("encodings", variation.encodings)
      $0.member("derived_from", variation.derivedFrom)
      $0.member("factors", variation.factors)
      $0.member("interaction", variation.isInteraction)
      $0.array("levels") { levels in
        for level in variation.levels { Self.level(level, &levels) }
      }
      $0.member("bits", variation.bits)
      $0.member("p_value", variation.pValue)
      $0.member("q_value", variation.qValue)
      $0.member("exact", variation.isExact)
      $0.member("runs", variation.runs)
      $0.member("context", variation.context)
      $0.member("note", variation.note)
      $0.array("evidence") { list in
        for evidence in variation.evidence { Self.evidence(evidence, &list) }
      }
    }
  }

  private static func level(_ level: Variation.Level, _ json: inout JSONWriter) {
    json.object(inline: true) {
      $0.object("when") { when in
        for (name, level) in level.when.sorted(by: { $0.key < $1.key }) { when.member(name, level) }
      }
      $0.member("value", level.value)
      $0.member("codepoints", level.codePoints)
      $0.member("runs", level.runs)
    }
  }

  private static func evidence(_ evidence: Evidence, _ json: inout JSONWriter) {
    json.object(inline: true) {
      $0.member("capture", evidence.capture)
      $0.member("community_id", evidence.communityID)
      $0.member("frames", evidence.frames)
      $0.member("exchange", evidence.exchange)
      $0.member("offset", evidence.offset)
      $0.member("length", evidence.length)
    }
  }

  private static func measured(
    _ name: String, _ measured: Comparison.FalsePositives?, _ json: inout JSONWriter
  ) {
    json.key(name)
    guard let measured else { return json.null() }
    json.object(inline: true) {
      $0.member("runs", measured.runs)
      $0.member("splits", measured.splits)
      $0.member("complete", measured.isComplete)
      $0.member("tests", measured.tests)
      $0.member("splits_with_findings", measured.splitsWithFindings)
      $0.member("false_positive_rate", measured.share)
    }
  }

  private static func coverage(_ coverage: ComparisonCoverage, _ json: inout JSONWriter) {
    json.object("coverage") {
      $0.member("captures", coverage.captures)
      $0.member("packets", coverage.packets)
      $0.member("flows", coverage.flows)
      $0.member("client_hellos", coverage.clientHellos)
      $0.member("decrypted_handshakes", coverage.decryptedHandshakes)
      $0.member("exchanges", coverage.exchanges)
      $0.member("bytes_missing", coverage.bytesMissing)
      $0.member("damaged_captures", coverage.damagedCaptures)
      $0.member("notes", coverage.notes)
    }
  }
}
