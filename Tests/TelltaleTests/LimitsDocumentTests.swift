import Analysis
import Dissection
import Flows
import Foundation
import Knowledge
import Model
import Protocols
import TestKit
import Testing

/// docs/Limits.md against the values that the program starts with.
@Suite struct `Documented limits` {
  /// Rows by their first words, and the numbers that their second column has to give.
  static let rows: [(words: String, caps: [String])] = {
    let flows = FlowLimits()
    let layers = Limits()
    let analysis = AnalysisOptions()
    let comparison = ComparisonLimits()
    return [
      ("flows in the table", [number(flows.flows)]),
      ("places whose opaque values", [number(analysis.repeatedPlaces)]),
      ("kinds of requests whose order", [number(analysis.orderedRequests)]),
      ("fingerprints of TLS and QUIC clients", [number(FingerprintBook.capacity)]),
      (
        "out-of-order bytes of one flow",
        [size(flows.heldBytesPerFlow), number(flows.heldSegments)]
      ),
      ("out-of-order bytes in all", [size(flows.heldBytes)]),
      ("hole whose far side", ["\(flows.acknowledgedHole) s"]),
      (
        "silent TCP flow",
        [
          "\(flows.tcpIdle / 3_600) h", "\(flows.tcpNew / 60) min", "\(flows.tcpOneSided / 60) min",
          "\(flows.tcpClosed) s",
        ]
      ),
      ("silent UDP or ICMP flow", ["\(flows.datagramIdle / 60) min"]),
      (
        "incomplete IP datagrams",
        [
          number(flows.fragmentedDatagrams), size(flows.fragmentBytes), "\(flows.fragmentIdle) s",
        ]
      ),
      ("UDP flows whose counted QUIC", [number(flows.rememberedFlows)]),
      ("QUIC connections with one server", [number(flows.movedCandidates)]),
      ("first bytes held", [size(layers.probeBytes)]),
      ("clear bytes before a STARTTLS", [size(layers.clearPreludeBytes)]),
      ("message head or field block", [size(layers.headBytes)]),
      ("decoded body", [size(layers.bodyBytes)]),
      ("TLS handshake message", [size(layers.handshakeBytes)]),
      ("ciphertext held", [size(layers.heldCiphertextBytes)]),
      ("exchanges waiting", [number(layers.pendingExchanges)]),
      ("HTTP/2 or HTTP/3 streams", [number(layers.streams)]),
      ("QUIC stream bytes out of order", [size(layers.streamReorderBytes)]),
      ("hole in a QUIC stream", ["\(layers.streamHoleSeconds) s"]),
      ("content codings", [number(layers.contentCodings)]),
      ("records of a DNS message", [number(DNS.recordLimit)]),
      (
        "depth of a JSON text", [number(JSON.maximumDepth), number(Protobuf.maximumDepth)]
      ),
      (
        "parts of a form",
        [
          number(Multipart.partLimit), number(Multipart.fieldLimit),
          number(FormURLEncoded.pairLimit), number(EventStream.eventLimit),
        ]
      ),
      ("flows whose state is kept", [number(analysis.flowLimit)]),
      ("flows that ended unread", [number(analysis.pendingFlows)]),
      ("pairs of tool and client", [number(analysis.ledgerLimit)]),
      ("places told", [number(analysis.placeLimit)]),
      (
        "different values of a place",
        [number(analysis.distinctLimit), number(analysis.distinctLimit / 16)]
      ),
      ("addresses that DNS gave names to", [number(analysis.nameLimit)]),
      ("link-layer addresses", [number(analysis.nameLimit)]),
      (
        "requests held until",
        [
          number(analysis.heldExchanges), size(analysis.heldBytes), size(analysis.heldBytes / 64),
        ]
      ),
      ("values looked at in one exchange", [number(analysis.leafLimit)]),
      ("findings of one exchange", [number(analysis.hitLimit)]),
      (
        "texts of one message",
        [number(WorkspaceLimits.texts), size(WorkspaceLimits.textBytes)]
      ),
      (
        "commands told of one text",
        [
          "\(WorkspaceLimits.commands), \(WorkspaceLimits.commandBytes);",
          "\(WorkspaceLimits.lists), \(WorkspaceLimits.entries);",
          "\(WorkspaceLimits.pieces), \(WorkspaceLimits.pieceLines), \(WorkspaceLimits.pieceBytes)",
        ]
      ),
      ("line that is looked at", [size(WorkspaceLimits.lineBytes)]),
      ("nesting of encodings", [number(analysis.nestingLimit)]),
      ("bytes made by unwrapping", [size(analysis.expansionLimit)]),
      ("facts of a profile", [number(Profile.factLimit), number(Profile.valueLimit)]),
      ("counts in tables", [number(Placebo.workLimit / 1_000_000) + " million"]),
      ("runs of an experiment", [number(Experiment.runLimit)]),
      ("fields and values of one run", [number(comparison.nodesPerRun)]),
      ("different texts of a comparison", [size(comparison.textBytes)]),
      (
        "places of a comparison that vary",
        [number(comparison.places), "\(comparison.placesTimesRuns / 1_000_000) million"]
      ),
      ("tokens of a text", [number(comparison.tokens)]),
      ("noise listed", [number(comparison.listedNoise)]),
      ("server names, and names asked for", [number(comparison.hosts)]),
      ("secrets", [number(SecretStore().capacity)]),
      (
        "pattern: instructions",
        [
          number(Pattern.maximumProgramSize), number(Pattern.maximumRepetition),
          number(Pattern.maximumDepth),
        ]
      ),
    ]
  }()

  /// `4,096`.
  private static func number(_ value: Int) -> String {
    let digits = Array(String(value))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }.joined()
  }

  /// `64 KiB`, `8 MiB`.
  private static func size(_ bytes: Int) -> String {
    bytes.isMultiple(of: 1 << 20) ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }

  @Test func `are those that the program has`() throws {
    let lines = String(decoding: try Place.bytes("docs/Limits.md"), as: UTF8.self)
      .split(separator: "\n").filter { $0.hasPrefix("| ") }
    let cells = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    for row in Self.rows {
      let found = cells.filter { $0[0].hasPrefix(row.words) }
      #expect(found.count == 1, "rows that begin with \(row.words)")
      for cap in row.caps {
        let words = " " + (found.first?[1] ?? "").replacing("(", with: " ")
        let isThere = words.contains(" " + cap)
        #expect(isThere, "\(row.words): \(cap) is not in \(words)")
      }
    }
  }
}
