// Two chat completions with node's own fetch: one whole, one streamed.
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();

async function complete(stream) {
  const response = await fetch("https://api.openai.com/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-test-000", "content-type": "application/json" },
    body: JSON.stringify({
      model: "gpt-4o-mini",
      stream,
      messages: [{ role: "user", content: "say hi" }],
      metadata: { tz: timeZone, locale },
    }),
  });
  console.log(await response.text());
}

await complete(false);
await complete(true);
