import Model

extension EVERenderer {
  func write(_ flow: FlowSummary, _ attribution: EVEAttribution?, to json: inout JSONWriter) {
    if let name = flow.applicationProtocol { json.member("app_proto", name) }
    if let tool = attribution?.tool { json.member("tool", tool) }
    if let vendor = attribution?.vendor { json.member("vendor", vendor) }
    if let outer = flow.outer { write(outer, to: &json) }
    json.object("flow") { json in
      json.member("pkts_toserver", flow.toServer.packets)
      json.member("pkts_toclient", flow.toClient.packets)
      json.member("bytes_toserver", flow.toServer.bytes)
      json.member("bytes_toclient", flow.toClient.bytes)
      json.member("start", flow.start.description)
      json.member("end", flow.end.description)
      json.member("state", flow.state.rawValue)
      json.member("reason", flow.reason.rawValue)
      guard let streams = flow.streams else { return }
      json.object("streams") { json in
        write(streams.client, "to_server", to: &json)
        write(streams.server, "to_client", to: &json)
      }
    }
  }

  private func write(_ outer: OuterHeaders, to json: inout JSONWriter) {
    if !outer.vlans.isEmpty { json.member("vlan", outer.vlans.map { Int($0) }) }
    guard let tunnel = outer.tunnel else { return }
    json.object("tunnel") { json in
      json.member("kind", tunnel.kind)
      if let id = tunnel.id { json.member("id", id) }
      if let source = tunnel.source { json.member("src_ip", source.description) }
      if let destination = tunnel.destination { json.member("dest_ip", destination.description) }
      json.member("depth", tunnel.depth)
    }
  }

  private func write(
    _ stream: FlowSummary.StreamDigest, _ name: String, to json: inout JSONWriter
  ) {
    json.object(name) { json in
      json.member("bytes", stream.length)
      json.member("sha256", stream.sha256)
      json.array("gaps") { json in
        for gap in stream.gaps {
          json.object { json in
            json.member("offset", gap.offset)
            json.member("length", gap.length)
          }
        }
      }
    }
  }
}
