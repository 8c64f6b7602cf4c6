import Analysis

/// What a request with these messages tells a vendor's API.
func told(messages: String, url: String = "api.openai.com/v1/chat/completions") -> AnalysisResult {
  var scene = Scene()
  scene.request(url, json: #"{"model":"m","messages":[\#(messages)]}"#)
  return scene.result()
}

/// What a message of the user's tells.
func told(message: String) -> AnalysisResult {
  told(messages: #"{"role":"user","content":\#(quoted(message))}"#)
}

/// What the answer of a tool tells, as it goes back to the vendor.
func told(answer: String) -> AnalysisResult {
  told(messages: #"{"role":"tool","tool_call_id":"c1","content":\#(quoted(answer))}"#)
}
