import Model

extension EVERenderer {
  func write(_ flow: FlowSummary, _ attribution: EVEAttribution?, to json: inout JSONWriter) {
    if let name = flow.applicationProtocol { json.member("app_proto", name) }
    if let tool = attribution?.tool { json.member("tool", tool) }
    if let vendor = attribution?.vendor { json.member("vendor", vendor) }
    json.object("flow") { json in
      json.member("pkts_toserver", flow.toServer.packets)
      json.member("pkts_toclient", flow.toClient.packets)
      json.member("bytes_toserver", flow.toServer.bytes)
      json.member("bytes_toclient", flow.toClient.bytes)
      json.member("start", flow.start.description)
      json.member("end", flow.end.description)
      json.member("state", flow.state.rawValue)
      json.member("reason", flow.reason.rawValue)
    }
  }
}
