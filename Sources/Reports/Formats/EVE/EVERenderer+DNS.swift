import Model

extension EVERenderer {
  func write(_ message: DNSMessage, to json: inout JSONWriter) {
    json.object("dns") { json in
      json.member("version", 3)
      json.member("type", message.isResponse ? "response" : "request")
      json.member("id", message.id)
      json.member("rcode", message.responseCode)
      json.array("queries") { json in
        for question in message.questions {
          json.object { json in
            json.member("rrname", redactor.host(question.name))
            json.member("rrtype", question.type)
          }
        }
      }
      guard message.isResponse else { return }
      json.array("answers") { json in
        for answer in message.answers {
          json.object { json in
            json.member("rrname", redactor.host(answer.name))
            json.member("rrtype", answer.type)
            json.member("ttl", answer.timeToLive)
            json.member("rdata", redactor.host(answer.data))
          }
        }
      }
    }
  }
}
