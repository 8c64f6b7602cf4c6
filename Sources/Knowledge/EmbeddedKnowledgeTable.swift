// Written by Tools/embed-knowledge from Sources/Knowledge/Resources; do not edit.
// swift-format-ignore-file

/// The built-in knowledge in the form that ``CompactTable`` reads.
enum EmbeddedKnowledgeTable {
  static let text = #"""
S	github:Aider-AI/aider aider/llm.py @5dc9490b
S	github:cline/cline sdk/packages/llms/src/providers/builtins.ts @21cb8d25
S	github:RooCodeInc/Roo-Code src/api/providers, packages/cloud @cb836567
S	github:VPSDance/ai-proxy-rules data/providers/alibaba-ai.yaml @9dffc05
S	github:QwenLM/qwen-code packages/core/src/telemetry/qwen-logger/qwen-logger.ts @096fee86
S	github:v2fly/domain-list-community data/category-ai-cn @c975ccef
S	public source (index 56452776939)
S	public source (index 55619992046)
S	public source (index 67418361685)
S	public source (index 51848755283)
S	public source (index 57026057573)
S	public source (index 68551003431)
S	github:v2fly/domain-list-community data/category-ai-!cn @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/modelscope.yaml @9dffc05
S	github:aws/amazon-q-developer-cli crates/chat-cli/src @15cc8f3c/api_client/endpoints.rs
S	https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/firewall.html (translated edition)
S	github:aws/language-servers
S	github:aws/amazon-q-developer-cli crates/chat-cli/src @15cc8f3c/telemetry/mod.rs
S	https://docs.aws.amazon.com/toolkit-for-vscode/latest/userguide/endpoints.html
S	github:aws/amazon-q-developer-cli crates/semantic-search-client/src/config.rs @15cc8f3c
S	github:aws/amazon-q-developer-cli crates/chat-cli/src @15cc8f3c/auth/builder_id.rs
S	github:aws/amazon-q-developer-cli crates/chat-cli/src @15cc8f3c/auth/consts.rs
S	github:continuedev/continue core/llm/llms + packages/openai-adapters @d0a3c0b6
S	github:VPSDance/ai-proxy-rules data/providers/kiro.yaml @9dffc05
S	public source (index 70523453616)
S	public source (index 54552781941)
S	public source (index 28390057566)
S	github:v2fly/domain-list-community data/unity @c975ccef
S	public source (index 57926350447)
S	https://code.claude.com/docs/en/network-config (Russian edition)
S	public source (index 54693695763)
S	public source (index 53481975327)
S	capture: Claude Code 2.1.170 and 2.1.330
S	public source (index 55518173088)
S	public source (index 70656459416)
S	github:v2fly/domain-list-community data/anthropic @c975ccef
S	https://github.com/blackmatrix7/ios_rule_script/issues/1731
S	github:router-for-me/CLIProxyAPI internal/ @a7e3596b
S	https://code.claude.com/docs/llms.txt
S	public source (index 53214217884)
S	public source (index 60813917674)
S	https://sperixlabs.org/post/2026/04/what-leaves-your-workstation-when-you-use-an-llm-coding-cli
S	https://docs.claude.com/zh-CN/docs/claude-code/network-config (older edition)
S	public source (index 58355336375)
S	github:VPSDance/ai-proxy-rules data/providers/anthropic.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/openai.yaml @9dffc05
S	https://docs.augmentcode.com/setup-augment/network-configuration
S	github:VPSDance/ai-proxy-rules data/providers/augment-code.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/baidu-ai.yaml @9dffc05
S	github:cline/cline @21cb8d25
S	http://82.157.247.243/archives/4695
S	github:v2fly/domain-list-community data/doubao @c975ccef
S	github:v2fly/domain-list-community data/bytedance-ai-!cn @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/bytedance-ai.yaml @9dffc05
S	github:v2fly/domain-list-community data/trae @c975ccef
S	public source (index 7648090569)
S	public source (index 23279142785)
S	github:VPSDance/ai-proxy-rules data/providers/cerebras.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/character-ai.yaml @9dffc05
S	github:charmbracelet/crush internal/ @37f36e93 (event/event.go)
S	github:charmbracelet/crush internal/ @37f36e93 (config/load.go)
S	github:charmbracelet/crush internal/ @37f36e93 (agent/hyper/provider.go)
S	github:VPSDance/ai-proxy-rules data/providers/chutes.yaml @9dffc05
S	github:cline/cline apps/vscode/src/config.ts @21cb8d25
S	github:cline/cline apps/vscode/src/shared/services/config/posthog-config.ts @21cb8d25
S	github:VPSDance/ai-proxy-rules data/providers/cline.yaml @9dffc05
S	public source (index 57072109644)
S	public source (index 10521960670)
S	https://raw.githubusercontent.com/api-evangelist/windsurfrules/refs/heads/main/security/windsurfrules-domain-security.yml
S	public source (index 56164854789)
S	public source (index 68329635264)
S	public source (index 62459335134)
S	github:v2fly/domain-list-community data/windsurf @c975ccef
S	public source (index 57570921897)
S	public source (index 44642213457)
S	github:VPSDance/ai-proxy-rules data/providers/command-code.yaml @9dffc05
S	github:continuedev/continue extensions/cli/src/env.ts @d0a3c0b6
S	github:VPSDance/ai-proxy-rules data/providers/continue.yaml @9dffc05
S	capture: crewai 1.15.30, crew kickoff
S	public source (index 71606705764)
S	https://proxymock.io/blog/peeking-under-the-hood-of-cursor
S	github:v2fly/domain-list-community data/cursor @c975ccef
S	public source (index 68610850789)
S	github:v2fly/domain-list-community data/azure @c975ccef
S	https://portkey.ai/docs/aigw/integrations/llms/databricks
S	public source (index 26826880894)
S	http://172.245.126.119:8080/claude-code-best/claude-code/commit/119518599e14b565e2dbc775a254683cbfd3cb52
S	github:v2fly/domain-list-community data/openai @c975ccef
S	public source (index 62016145377)
S	public source (index 25195675014)
S	github:VPSDance/ai-proxy-rules data/providers/deepinfra.yaml @9dffc05
S	github:v2fly/domain-list-community data/deepseek @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/factory.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/fireworks-ai.yaml @9dffc05
S	https://docs.github.com/en/copilot/reference/copilot-allowlist-reference (translated edition)
S	github:microsoft/vscode-copilot-chat src/ @31acd00a
S	capture: Copilot CLI 1.0.57
S	github:ericc-ch/copilot-api src/lib/api-config.ts @0ea08fe
S	public source (index 59878252991)
S	public source (index 51864976808)
S	public source (index 66562698863)
S	public source (index 63368466175)
S	public source (index 23344498943)
S	github:v2fly/domain-list-community data/github-copilot @c975ccef
S	public source (index 65955263971)
S	https://github.com/github/docs/pull/40787
S	https://raw.githubusercontent.com/nullgen-inc/ai-blocklist/main/lists/vendors/github-copilot.domains.txt
S	capture: aider-chat 0.86.2, litellm 1.106.2: model price list
S	capture: aider-chat 0.86.2
S	capture: codex 0.163.0: plugin repository
S	github:Homebrew/homebrew-cask Casks/a/antigravity.rb
S	https://docs.x.ai/build/enterprise
S	github:google-gemini/gemini-cli packages/core/src @5411f113
S	github:v2fly/domain-list-community data/google-deepmind @c975ccef
S	github:google-gemini/gemini-cli packages/core/src @5411f113/telemetry/clearcut-logger/clearcut-logger.ts
S	public source (index 70874510867)
S	github:router-for-me/CLIProxyAPI internal/ @a7e3596b (misc/antigravity_version.go)
S	public source (index 62324212382)
S	capture: Chromium 156, start-up
S	github:VPSDance/ai-proxy-rules data/providers/groq.yaml @9dffc05
S	https://docs.helicone.ai/gateway/integrations/llamaindex
S	https://developers.llamaindex.ai/python/examples/llm/helicone
S	https://docs.helicone.ai/getting-started/integration-method/vercelai
S	https://www.librechat.ai/llms.mdx/docs/configuration/librechat_yaml/ai_endpoints/helicone
S	https://www.checklyhq.com/docs/integrations/observability/traces/honeycomb/
S	https://www.artillery.io/docs/observability/honeycomb.md
S	github:huggingface/huggingface_hub src/huggingface_hub/constants.py @ee0a4510
S	github:v2fly/domain-list-community data/huggingface @c975ccef
S	public source (index 54665577335)
S	public source (index 61738946300)
S	github:v2fly/domain-list-community data/intercom @c975ccef
S	public source (index 51809057982)
S	public source (index 6962447774)
S	public source (index 58530712798)
S	github:v2fly/domain-list-community data/jetbrains-ai @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/kilo.yaml @9dffc05
S	github:langchain-ai/langsmith-sdk js/src + python/langsmith
S	github:VPSDance/ai-proxy-rules data/providers/langchain.yaml @9dffc05
S	github:langfuse/langfuse-python langfuse/_client
S	public source (index 20416097416)
S	public source (index 7330103670)
S	github:VPSDance/ai-proxy-rules data/providers/lmstudio.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/lovable.yaml @9dffc05
S	github:v2fly/domain-list-community data/manus @c975ccef
S	github:v2fly/domain-list-community data/microsoft @c975ccef
S	public source (index 58658413775)
S	github:anthropics/claude-code .devcontainer/init-firewall.sh @5cfc0a19
S	github:VPSDance/ai-proxy-rules data/providers/copilot.yaml @9dffc05
S	https://learn.microsoft.com/en-us/azure/ai-foundry/foundry-models/concepts/endpoints
S	https://docs.boundaryml.com/ref/llm-client-providers/azure-ai-foundary
S	https://microsoft.github.io/genaiscript/configuration/azure-ai-foundry
S	github:VPSDance/ai-proxy-rules data/providers/minimax.yaml @9dffc05
S	github:mistralai/mistral-vibe vibe/core @ac8f1a0
S	public source (index 57024866146)
S	github:v2fly/domain-list-community data/category-ads @c975ccef
S	github:MoonshotAI/kimi-cli src/kimi_cli @4a550eff
S	github:MoonshotAI/kimi-cli src/kimi_cli @4a550eff/telemetry/transport.py
S	github:VPSDance/ai-proxy-rules data/providers/moonshot-ai.yaml @9dffc05
S	https://ngrok.com/docs/ai-gateway/agents/claude-code
S	github:VPSDance/ai-proxy-rules data/providers/novita-ai.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/ollama.yaml @9dffc05
S	capture: Codex CLI 0.163.0
S	github:openai/codex codex-rs/otel/src/config.rs
S	https://raw.githubusercontent.com/nullgen-inc/ai-blocklist/main/lists/vendors/chatgpt.hosts.txt
S	https://raw.githubusercontent.com/ZaunEkko/ekko-rules/main/sources/rules/openai.list
S	github:VPSDance/ai-proxy-rules data/providers/opencode.yaml @9dffc05
S	https://code.claude.com/docs/en/monitoring-usage.md
S	public source (index 69296454341)
S	github:v2fly/domain-list-community data/perplexity @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/phind.yaml @9dffc05
S	https://portkey.ai/docs/welcome/integration-guides/openai
S	https://portkey.ai/docs/api-reference/inference-api/headers.md
S	github:Aider-AI/aider aider/analytics.py @5dc9490b
S	github:block/goose crates/goose/src/posthog.rs
S	public source (index 38108349097)
S	capture: aider-chat 0.86.2, posthog 7.91.1
S	public source (index 71260848483)
S	github:v2fly/domain-list-community data/poe @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/replicate.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/replit.yaml @9dffc05
S	github:RooCodeInc/Roo-Code packages/telemetry/src/PostHogTelemetryClient.ts @cb836567
S	public source (index 28186141352)
S	public source (index 11503221017)
S	github:v2fly/domain-list-community data/segment @c975ccef
S	public source (index 1225786575)
S	pypi:mistral-vibe 3.0.3 vibe/observability/sentry.py
S	github:openai/codex codex-rs/feedback/src/upload.rs
S	public source (index 21026208019)
S	github:v2fly/domain-list-community data/sentry @c975ccef
S	capture: sentry-sdk 2.75.0
S	github:VPSDance/ai-proxy-rules data/providers/siliconflow.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/sourcegraph.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/bolt.yaml @9dffc05
S	capture: statsig-python-core 0.24.2, gate and event
S	github:VPSDance/ai-proxy-rules data/providers/stepfun.yaml @9dffc05
S	github:TabbyML/tabby crates/tabby-common/src/usage.rs
S	public source (index 5293144394)
S	public source (index 57059047437)
S	github:VPSDance/ai-proxy-rules data/providers/tabnine.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/tencent-ai.yaml @9dffc05
S	public source (index 71554876249)
S	public source (index 69398077594)
S	github:VPSDance/ai-proxy-rules data/providers/together-ai.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/v0.yaml @9dffc05
S	public source (index 61041896312)
S	public source (index 63141132812)
S	public source (index 65782157670)
S	public source (index 66446143500)
S	public source (index 54524916528)
S	public source (index 68945728844)
S	public source (index 71040161816)
S	github:v2fly/domain-list-community data/xai @c975ccef
S	public source (index 67063165321)
S	github:VPSDance/ai-proxy-rules data/providers/you.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/zed.yaml @9dffc05
S	public source (index 62661648176)
S	public source (index 62015136641)
S	github:Aider-AI/aider aider/analytics.py, aider/llm.py, aider/coders/base_coder.py @5dc9490b
S	github:aws/amazon-q-developer-cli crates/chat-cli/src/telemetry/mod.rs, api_client/model.rs, aws_common/mod.rs @15cc8f3c
S	github:anthropics/anthropic-sdk-python src/anthropic/_base_client.py, _client.py @009b0353
S	capture: anthropic 2.12.0
S	github:router-for-me/CLIProxyAPI @a7e3596b internal/misc/antigravity_version.go
S	github:aws/language-servers server/aws-lsp-codewhisperer/src/shared/telemetry/telemetryService.ts
S	public source (index 54578536128)
S	github:aws/amazon-q-developer-cli crates/chat-cli/src/aws_common/user_agent_override_interceptor.rs
S	capture: Chromium 156 at chatgpt.com
S	public source (index 8023041308, 51846338574, 59881492459)
S	github:router-for-me/CLIProxyAPI @a7e3596b internal/runtime/executor/claude_executor_request.go, helps/claude_client_detection.go
S	github:anthropics/claude-code CHANGELOG.md @5cfc0a19
S	https://docs.anthropic.com/zh-CN/docs/claude-code/data-usage
S	public source (index 66002640424)
S	public source (index 63033688424)
S	github:cline/cline apps/vscode/src/services/EnvUtils.ts, telemetry/TelemetryService.ts, shared/services/config/posthog-config.ts @21cb8d25
S	github:router-for-me/CLIProxyAPI @a7e3596b
S	public source (index 66720973337)
S	github:openai/codex codex-rs/core/src/default_client.rs
S	github:openai/codex codex-rs/otel/src/config.rs, provider.rs
S	github:openai/codex codex-rs/core/src/environment_context.rs
S	github:openai/codex codex-rs/core/src/attestation.rs
S	github:router-for-me/CLIProxyAPI @a7e3596b internal/runtime/executor/codex_executor_request.go
S	public source (index 110690377)
S	github:continuedev/continue extensions/cli/src/config.ts, core/llm/llms/ClawRouter.ts @d0a3c0b6
S	github:coder/aibridge client.go, client_test.go @fbc285ea, session.go @087c870e
S	github:microsoft/vscode-copilot-chat @31acd00a src/platform/env/common/envService.ts, platform/networking, platform/telemetry/vscode-node/githubTelemetrySender.ts, platform/telemetry/node/azureInsightsReporter.ts
S	https://docs.github.com/en/copilot/reference/copilot-allowlist-reference
S	github:charmbracelet/crush internal/event/event.go, internal/cmd/root.go, README.md @37f36e93
S	public source (index 69161594329)
S	public source (index 70748642449)
S	public source (index 48612416644)
S	https://cursor.com/docs/enterprise/network-configuration.md
S	https://code.claude.com/docs/en/monitoring-usage.md (service.name tells collectors whose data it is)
S	public source (index 442132195)
S	github:google-gemini/gemini-cli packages/core/src/telemetry/clearcut-logger/*.ts, core/contentGenerator.ts, utils/environmentContext.ts @5411f113
S	https://gitlab.com/gitlab-org/cli/-/merge_requests/3240
S	https://gitlab.com/gitlab-org/cli/-/issues/8318
S	github:router-for-me/CLIProxyAPI @a7e3596b (AntigravityGoogAPIClientUA shows the gl-node form)
S	capture: google-genai 3.4.0
S	https://signoz.io/docs/grok-build-observability/
S	public source (index 69580212861)
S	public source (index 54507923795)
S	github:huggingface/huggingface_hub src/huggingface_hub/utils/_headers.py, _telemetry.py, constants.py @ee0a4510
S	public source (index 54103024736)
S	https://coder.com/docs/ai-coder/ai-gateway/clients/jetbrains/
S	github:cline/cline sdk/packages/llms/src/providers/builtins.ts (host only) @21cb8d25
S	pypi:kimi-cli 1.52.0 kimi_cli/constant.py, kimi_cli/telemetry/transport.py, kimi_cli/agents/default/system.md
S	github:MoonshotAI/kimi-cli src/kimi_cli/auth/oauth.py, telemetry/sink.py, telemetry/transport.py, agents/default/system.md @4a550eff
S	public source (index 60916823793)
S	public source (index 63112624713)
S	github:langfuse/langfuse-python langfuse/_client/span_processor.py, _utils/request.py
S	pypi:langsmith 0.15.1 langsmith/client.py
S	github:langchain-ai/langsmith-sdk python/langsmith/env/_runtime_env.py
S	public source (index 61360602535)
S	public source (index 67303114303)
S	github:cline/cline sdk/packages/llms/src/providers/builtins.ts (default port) @21cb8d25
S	capture: litellm 1.106.2
S	capture: mistralai 3.7.0, chat
S	pypi:mistral-vibe 3.0.3 vibe/utils/http.py, vibe/core/telemetry/send.py, vibe/observability/sentry.py, vibe/core/config/models.py, vibe/core/prompts/cli.md
S	github:mistralai/mistral-vibe vibe/core/telemetry/send.py, vibe/core/utils/http.py, vibe/core/sentry.py, vibe/core/experiments, README.md @ac8f1a0
S	github:openai/openai-python src/openai/_base_client.py, _client.py @e43b4224
S	capture: openai 3.54.0
S	public source (index 68376721666)
S	public source (index 70922398386)
S	public source (index 65954518867)
S	public source (index 53318502937)
S	github:RooCodeInc/Roo-Code src/api/providers/qwen-code.ts @cb836567 (imitates the UA)
S	github:RooCodeInc/Roo-Code packages/telemetry/src/PostHogTelemetryClient.ts, src/api/providers/constants.ts, src/core/environment/getEnvironmentDetails.ts, src/core/prompts/sections/system-info.ts @cb836567
S	public source (index 23801692733)
S	https://docs.warp.dev/support-and-community/privacy-and-security/privacy.md
S	https://docs.warp.dev/support-and-community/privacy-and-security/network-log/
S	https://github.com/warpdotdev/Warp/issues/1346
S	github:zed-industries/zed crates/client/src/telemetry.rs (older stored version)
S	https://docs.aiohttp.org/
S	capture: Claude Code 2.1.170
S	capture: Chromium 156
S	pypi:cohere 7.3.1 cohere/core/client_wrapper.py
S	capture: curl 7.88.1
S	https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/User-Agent
S	capture: git 2.39.5 by Codex CLI
S	pypi:groq 1.7.0 groq/_base_client.py
S	capture: node 20.20.2
S	https://github.com/node-fetch/node-fetch
S	pypi:ollama 0.6.3 ollama/_client.py
S	capture: crewai 1.15.30
S	capture: posthog 7.91.1
S	https://docs.python.org/3/library/urllib.request.html
S	https://urllib3.readthedocs.io/
S	pypi:together 3.1.1 together/_base_client.py, together/lib/cli/auth.py
S	capture: websockets 17.4
S	https://www.gnu.org/software/wget/manual/wget.html
S	https://platform.openai.com/docs/api-reference
S	https://docs.anthropic.com/en/api/messages
S	https://ai.google.dev/api
S	https://wicg.github.io/ua-client-hints/
S	https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
S	capture: node fetch; Chromium page script; posthog, statsig and sentry clients
S	public source (collected from requests of several tools)
S	https://opentelemetry.io/docs/specs/semconv/resource/
S	github:open-telemetry/opentelemetry-proto
S	https://posthog.com/docs/data/events
S	capture: posthog 7.91.1; aider-chat 0.86.2
S	github:PostHog/posthog-python posthog/client.py
S	capture: aider-chat 0.86.2; Copilot CLI 1.0.57
S	github:Aider-AI/aider aider/coders/base_coder.py @5dc9490b
S	https://develop.sentry.dev/sdk/data-model/event-payloads/
S	github:getsentry/sentry-javascript packages/node-core/src/integrations/context.ts
S	github:anthropics/anthropic-sdk-python src/anthropic/_base_client.py @009b0353
S	capture: anthropic 2.12.0, openai 3.54.0
S	github:openai/openai-python src/openai/_base_client.py @e43b4224
S	capture: statsig-python-core 0.24.2
S	github:statsig-io/statsig-server-core
A	account.api_key	5	API key
A	account.cloud_account	4	cloud account, project, access key id
A	account.cookie	5	cookie
A	account.plan	2	subscription or plan
A	account.privacy_setting	1	opt-out, ghost or do-not-train flag
A	account.telemetry_key	1	public write key of a telemetry service
A	account.token	5	bearer, OAuth or session token; its readable claims
A	behaviour.acceptance	2	accepted or rejected suggestions
A	behaviour.edit_activity	3	lines or characters written, focus and typing
A	behaviour.feature_use	1	features, commands and events used
A	behaviour.feedback_text	4	text of feedback or surveys
A	behaviour.latency	1	durations and retries
A	behaviour.prompt_size	1	length of prompts or inputs
A	behaviour.tenure	1	first use, days since install, session number
A	behaviour.usage	1	token counts and cost
A	content.prompt	4	prompt, task or answer text sent to a party other than the model's own recipient
A	covert.attestation	3	opaque client attestation or body fingerprint
A	covert.confusable_letter	3	letters of another script inside a word
A	covert.date_separator	5	date separator that varies with the environment
A	covert.invisible_character	4	zero-width, tag, variation-selector, control or private-use characters
A	covert.normalization	3	mixed Unicode normalization forms
A	covert.obfuscated_identifier	5	identifier in reversible disguise
A	covert.ordering	2	order of keys, headers or list items that carries a value
A	covert.punctuation_homoglyph	5	look-alike punctuation where plain punctuation is expected
A	covert.space_variant	3	unusual or trailing white space, newline style
A	covert.unexplained_token	3	stable high-entropy token of unknown meaning
A	identity.account_id	4	account or user id at the vendor
A	identity.analytics_id	3	id of an analytics or flag service (distinct_id, anonymousId, stableID)
A	identity.device_id	4	id that stays with this device across sessions
A	identity.email	5	an e-mail address
A	identity.home_path	4	path of a home directory (names the user)
A	identity.installation_id	3	id of one installation of the tool
A	identity.mac_address	5	link-layer address, or a digest of it
A	identity.machine_id	5	the operating system's or hardware's own id, or a digest of it
A	identity.organization_id	4	organisation, tenant, workspace or enterprise id or name
A	identity.person_name	4	a person's name, such as git user.name
A	identity.session_id	2	id of one run or conversation
A	identity.ssh_identity	4	ssh key, ssh config host or user@host
A	identity.username	4	login name on the machine
A	machine.architecture	1	CPU architecture
A	machine.browser	2	browser, brands and client hints
A	machine.ci	2	continuous-integration detection
A	machine.cloud_resource	3	cloud provider, account, region or instance of the machine
A	machine.container	2	container, docker or sandbox detection, container id
A	machine.cpu_count	2	number of processors
A	machine.cpu_model	3	CPU model
A	machine.distribution	2	Linux distribution and its version
A	machine.gpu	3	GPU model
A	machine.hostname	5	name of the machine
A	machine.kernel	3	kernel release or build string
A	machine.memory_total	2	installed or constrained memory
A	machine.model	3	device model
A	machine.os	1	operating system family
A	machine.os_version	2	operating system release
A	machine.remote_workspace	2	ssh, codespace, dev container or remote session kind
A	machine.resource_use	1	memory, CPU or disk in use at the moment
A	machine.screen	2	screen or viewport size
A	machine.uptime	3	boot time or uptime of machine or process
A	machine.virtualization	3	virtual machine detection
A	machine.wsl	2	Windows Subsystem for Linux detection
A	network.base_url	4	API base URL or gateway configured in place of the vendor's
A	network.client_certificate	4	subject of a client certificate
A	network.dns_query	3	name asked of DNS in the clear that names the tool, vendor or organisation
A	network.dns_suffix	4	search suffix or internal zone
A	network.internal_host	4	internal host name or URL in a body
A	network.private_address	3	RFC 1918, ULA, CGNAT, link-local or loopback address in a body
A	network.proxy	3	use or address of a proxy
A	network.proxy_credentials	5	credentials sent to a proxy
A	network.tcp_fingerprint	2	operating system readable from TTL, window, options
A	network.tls_fingerprint	2	TLS or QUIC client stack readable from its hello (JA3, JA4)
A	network.tls_interception	3	private CA or TLS inspection detectable
A	place.accept_language	2	Accept-Language request header
A	place.date_format	2	date written in the order or language of the user's locale
A	place.local_time	2	local wall-clock time or local calendar date
A	place.locale	3	system or interface locale, LANG, BCP 47 tag in a body
A	place.region	3	country, region or city named in a field
A	place.service_region	2	service region readable in a host name (eu-central-1 ...)
A	place.source_address	3	public source address of the client, as the network shows it
A	place.timezone	4	IANA time zone name, or a name that maps to one
A	place.utc_offset	3	offset of local time from UTC
A	toolchain.editor	1	editor or IDE and version
A	toolchain.entry_point	2	how the tool was started (cli, sdk, IDE)
A	toolchain.extensions	3	installed extensions or plugins
A	toolchain.features	2	beta flags and experiment assignments
A	toolchain.install_method	1	how the tool was installed
A	toolchain.mcp_servers	4	configured MCP servers and their tools
A	toolchain.model	1	model asked for
A	toolchain.package_manager	2	package managers present
A	toolchain.runtime	1	language runtime and version
A	toolchain.sdk_version	1	client library version
A	toolchain.settings	2	settings or permission modes
A	toolchain.shell	1	shell
A	toolchain.skills	3	skills, agents, slash commands installed
A	toolchain.terminal	2	terminal emulator or TERM
A	toolchain.tool_version	1	name and version of the tool
A	workspace.branch	3	branch name
A	workspace.command_line	4	command line or process arguments
A	workspace.commit	3	commit id
A	workspace.dependencies	2	installed packages or modules
A	workspace.environment_variable	5	name and value of an environment variable
A	workspace.file_path	4	path of a file of the user
A	workspace.file_tree	4	directory listing
A	workspace.instructions	4	project or user instruction file (AGENTS.md, CLAUDE.md, rules)
A	workspace.language	1	programming language or file extension in use
A	workspace.path	4	working directory or project path
A	workspace.project_name	3	name of the project
A	workspace.repository	4	repository URL or owner/name, plain or as a digest
A	workspace.source_code	4	source text of the user, in prompts or stack traces
A	workspace.stack_trace	4	stack frames with paths
A	workspace.status	4	status, recent commits or authors
A	workspace.temp_path	3	temporary or cache directory path
A	workspace.vcs	1	whether and which version control
V	aider	Aider	ai
H	.aider.chat	app	1	inferred	0
V	aihubmix	AIHubMix	ai
H	api.aihubmix.com	proxy-gateway	1	observed-in-source	1
V	alibaba	Alibaba	ai
H	dashscope.aliyuncs.com	api	1	observed-in-source	1,2
H	dashscope-intl.aliyuncs.com	api	1	observed-in-source	1
H	bailian.console.aliyun.com	app	1	reported	3
H	chat.qwen.ai	auth	1	observed-in-source	2
H	gb4w8c3ygj-default-sea.rum.aliyuncs.com	telemetry	1	observed-in-source	4	Usage statistics of Qwen Code, with the configured base URL.
H	.qwen.ai	app	1	reported	5
H	.qianwen.com	app	1	reported	5
H	.tongyi.com	app	1	reported	5
H	.tongyi.aliyun.com	app	1	reported	5
H	.qwenlm.ai	app	1	reported	5
H	lingma-api.tongyi.aliyun.com	api	1	reported	6,7
H	lingma.alibabacloud.com	api	1	reported	8
H	openapi.qoder.sh	auth	1	reported	9,10
H	center.qoder.sh	auth,telemetry,update	1	reported	9,10
P	/algo/api/v1/heartbeat	telemetry
P	/algo/api/v1/tracking	telemetry
H	api1.qoder.sh	api	1	reported	9,10
H	api2.qoder.sh	api	1	reported	9,10
H	api3.qoder.sh	api	1	reported	9,10
H	qts2.qoder.sh	api	1	reported	9,10
H	repo2.qoder.sh	api	1	reported	9,10
H	marketplace.qoder.sh	update	1	reported	9,10
H	gateway.qoder.com.cn	api	1	reported	11
H	openapi.qoder.com.cn	auth	1	reported	11
H	.qoder.com	app	1	reported	12
H	.modelscope.cn	app	0	reported	13
V	amazon	Amazon	ai
H	q.us-east-1.amazonaws.com	api	1	documented	14,15
H	q.eu-central-1.amazonaws.com	api	1	observed-in-source	14
H	q.*.amazonaws.com	api	1	documented	15
H	codewhisperer.us-east-1.amazonaws.com	api	1	documented	15,16
H	client-telemetry.us-east-1.amazonaws.com	telemetry	1	documented	17,15
H	cognito-identity.us-east-1.amazonaws.com	auth	0	documented	15
H	7zftft3lj2.execute-api.us-east-1.amazonaws.com	telemetry	1	observed-in-source	17
H	idetoolkits.amazonwebservices.com	update	1	documented	15,18
H	idetoolkits-hostedfiles.amazonaws.com	update	1	documented	15,18
H	aws-toolkit-language-servers.amazonaws.com	update	1	documented	15,18
H	aws-language-servers.us-east-1.amazonaws.com	api	1	documented	15
H	q-developer-integration.us-east-1.api.aws	api	1	documented	15
H	desktop-release.q.us-east-1.amazonaws.com	update	1	observed-in-source	19
H	oidc.*.amazonaws.com	auth	0	documented	15,20
H	*.awsapps.com	auth	0	documented	15,21	The first label is an alias that names the company.
H	.sso.*.amazonaws.com	auth	0	documented	15
H	.console.aws.a2z.com	auth	0	documented	15
H	bedrock-runtime.*.amazonaws.com	api	1	observed-in-source	22,1	The path names the model, the signature the access key id and region.
H	.kiro.dev	app	1	reported	12,23
H	app.kiro.dev	app	1	observed-in-source	16,24
H	prod.us-east-1.auth.desktop.kiro.dev	auth	1	reported	25,26
H	runtime.us-east-1.kiro.dev	api	1	reported	24
V	amplitude	Amplitude	processor
H	api2.amplitude.com	telemetry	1	reported	27,28
V	anthropic	Anthropic	ai
H	api.anthropic.com	api,auth,telemetry,feature-flags	1	documented	29,30,31,32	Inference, event logging, metrics, settings and flag evaluation share this name; only the path tells them apart.
P	/api/claude_code/organizations/metrics_enabled	telemetry
P	/api/claude_code/policy_limits	feature-flags
P	/api/claude_code_penguin_mode	feature-flags
P	/api/claude_cli/bootstrap	feature-flags
P	/api/claude_code/settings	feature-flags
P	/api/claude_cli_feedback	telemetry
P	/api/claude_code/metrics	telemetry
P	/api/web/domain_info	api
P	/api/event_logging	telemetry
P	/api/directory/	mcp
P	/mcp-registry/	mcp
P	/v1/messages	api
P	/api/oauth/	auth
P	/api/eval/	feature-flags
P	/api/hello	api
P	/v1/	api
H	claude.ai	app,auth	1	documented	29
P	/oauth/	auth
P	/api/	api
H	a.claude.ai	telemetry	1	reported	33,34
H	.claude.ai	app,cdn	1	reported	35
H	.claude.com	app,auth	1	reported	35,36
H	platform.claude.com	auth,app	1	documented	29,37
P	/v1/oauth/	auth
H	code.claude.com	app	0	documented	38
H	console.anthropic.com	app	1	observed-in-source	37
H	.anthropic.com	api,app	1	reported	35
H	downloads.claude.ai	update	1	documented	29	Installer and updates.
H	bridge.claudeusercontent.com	mcp	1	documented	29	WebSocket bridge of the browser extension.
H	.claudeusercontent.com	cdn	1	reported	35
H	.claudemcpclient.com	mcp	1	reported	35
H	.claudemcpcontent.com	mcp	1	reported	35
H	mcp-proxy.anthropic.com	mcp,proxy-gateway	1	reported	39,40,41	Relays MCP calls, so the vendor sees method and server.
H	statsig.anthropic.com	telemetry,feature-flags	1	documented	42	Only older versions call it: a sighting dates the client.
H	a-api.anthropic.com	telemetry	1	reported	43	Segment behind a first-party name.
H	a-cdn.anthropic.com	cdn	1	reported	43	Serves the Segment script.
H	s-cdn.anthropic.com	telemetry	1	reported	43	Sift fraud beacon behind a first-party name.
H	assets-proxy.anthropic.com	cdn	1	reported	40,34
H	assets.claude.ai	cdn	1	reported	34
H	.clau.de	app	0	reported	35
H	.claude.app	app	1	reported	44
V	arkose	Arkose Labs	processor
H	openai-api.arkoselabs.com	auth	1	reported	45
H	.client-api.arkoselabs.com	auth	0	reported	45
V	asksage	AskSage	ai
H	api.asksage.ai	api	1	observed-in-source	1,22
V	augment	Augment	ai
H	auth.augmentcode.com	auth	1	documented	46
H	*.api.augmentcode.com	api	1	documented	46	The first label is the tenant.
H	evs.grdt.augmentcode.com	telemetry	1	documented	46	Documented as the host for analytics.
H	cdn.augmentcode.com	update	1	documented	46
H	.augmentcode.com	app	1	reported	47
V	auth0	Auth0	processor
H	anthropic.auth0.com	auth	1	reported	44
V	baidu	Baidu	ai
H	qianfan.baidubce.com	api	1	reported	48
H	ernie.baidu.com	app	1	reported	48
H	yiyan.baidu.com	app	1	reported	5
V	baseten	Baseten	ai
H	inference.baseten.co	api	1	observed-in-source	49
V	block	Block	ai
V	bunny	Bunny	platform
H	servd-anthropic-website.b-cdn.net	cdn	1	reported	35
V	bytedance	ByteDance	ai
H	ark.cn-beijing.volces.com	api	1	observed-in-source	1,50
H	ark.*.volces.com	api	1	inferred	1
H	www.doubao.com	app	1	reported	7
H	mcs.doubao.com	telemetry	1	reported	7
H	opt.doubao.com	telemetry	1	reported	7
H	logifier.doubao.com	telemetry	1	reported	7
H	api5-normal-gl.doubao.com	api	1	reported	7
H	ime.doubao.com	api	1	reported	7
H	.doubao.com	app	1	reported	51
H	.coze.com	app	1	reported	52
H	.coze.cn	app	1	reported	51
H	.ciciai.com	app	1	reported	53
H	.trae.ai	app	1	reported	52
H	.trae.cn	app	1	reported	54
H	.marscode.com	app	1	reported	52
H	api.trae.ai	api	1	reported	55	The query of the configuration request holds machine, device and user ids.
H	api-sg-central.trae.ai	api	1	reported	55
H	api-us-east.trae.ai	auth	1	reported	55
H	trae-api-us.mchost.guru	api	1	reported	55
H	trae-api-sg.mchost.guru	api,feature-flags	1	reported	55
H	lf-cdn.trae.ai	update	1	reported	55
H	mon-va.byteoversea.com	telemetry	0	reported	56,55	Intake shared with other products of the vendor.
H	maliva-mcs.byteoversea.com	telemetry	0	reported	56,55	Intake shared with other products of the vendor.
H	starling-oversea.byteoversea.com	cdn	0	reported	55
V	cerebras	Cerebras	ai
H	api.cerebras.ai	api	1	observed-in-source	1,22
H	.cerebras.ai	app	1	reported	57
V	character-ai	Character.AI	ai
H	.character.ai	app	1	reported	58
V	charm	Charm	ai
H	data.charm.land	telemetry	1	observed-in-source	59	PostHog protocol under a first-party name.
H	catwalk.charm.land	update	1	observed-in-source	60
H	hyper.charm.land	api	1	observed-in-source	61
V	chutes	Chutes	ai
H	llm.chutes.ai	api	1	observed-in-source	49
H	.chutes.ai	app	1	reported	62
V	clerk	Clerk	processor
H	clerk.roocode.com	auth	1	observed-in-source	2
V	cline	Cline	ai
H	api.cline.bot	api,mcp	1	observed-in-source	63
H	app.cline.bot	auth	1	observed-in-source	63
H	data.cline.bot	telemetry,feature-flags,crash	1	observed-in-source	64	PostHog protocol under a first-party name.
H	.cline.bot	app	1	reported	65
V	cloudflare	Cloudflare	platform
H	gateway.ai.cloudflare.com	proxy-gateway	1	observed-in-source	22,12	The path names account and gateway.
H	api.cloudflare.com	api	0	observed-in-source	22
V	coder	Coder	ai
V	coderabbit	CodeRabbit	ai
H	.coderabbit.ai	app	1	reported	12
V	cognition	Cognition	ai
H	server.self-serve.windsurf.com	api,auth	1	reported	66,67
H	server.codeium.com	api	1	reported	68,69
H	inference.codeium.com	api	1	reported	70,69
H	api.codeium.com	api	1	reported	71
H	southcentral-lb.codeium.com	api	1	reported	71
H	unleash.codeium.com	feature-flags	1	reported	66,71	Unleash flags: instance and environment in the requests.
H	.windsurf.com	app,api	1	reported	72
H	.codeium.com	app,api	1	reported	72
H	.codeiumdata.com	app,api	1	reported	72
H	.windsurf.build	app,api	1	reported	72
H	app.devin.ai	auth	1	reported	73
H	api.devin.ai	api	1	reported	73,74
H	.devin.ai	app	1	reported	12
V	cohere	Cohere	ai
H	api.cohere.com	api	1	observed-in-source	22
H	api.cohere.ai	api	1	observed-in-source	22
H	.cohere.com	app	1	reported	12
V	command-code	Command Code	ai
H	.commandcode.ai	api	1	reported	75
V	community	Community projects	platform
V	continue	Continue	ai
H	api.continue.dev	api,telemetry	1	observed-in-source	76
P	/cn/info	update,telemetry
H	.continue.dev	app	1	reported	77
V	crewai	CrewAI	ai
H	telemetry.crewai.com	telemetry	1	observed-on-wire	78	OTLP traces in protobuf, on port 4319.
H	.crewai.com	app	1	inferred	78
V	cursor	Anysphere (Cursor)	ai
H	api2.cursor.sh	api,auth,telemetry	1	reported	79,80
P	/aiserver.v1.	api
P	/auth/	auth
H	api2direct.cursor.sh	api	1	reported	79
H	api2geo.cursor.sh	api	1	reported	79
H	api3.cursor.sh	api	1	reported	79
H	api4.cursor.sh	api	1	reported	79
H	api5.cursor.sh	api	1	reported	79
H	agent.api5.cursor.sh	api	1	reported	79
H	agentn.api5.cursor.sh	api	1	reported	79
H	agent.us.api5.cursor.sh	api	1	reported	79
H	agentn.us.api5.cursor.sh	api	1	reported	79
H	agent.global.api5.cursor.sh	api	1	reported	79
H	agentn.global.api5.cursor.sh	api	1	reported	79
H	grpc.cursor.sh	api	1	reported	79
H	repo42.cursor.sh	api	1	reported	79	Upload of the code index.
H	metrics.cursor.sh	telemetry	1	reported	79
H	auth.cursor.sh	auth	1	reported	79
H	authenticate.cursor.sh	auth	1	reported	79
H	authenticator.cursor.sh	auth	1	reported	79
H	authentication.cursor.sh	auth	1	reported	79
H	prod.authentication.cursor.sh	auth	1	reported	79
H	api.cursor.com	api	1	reported	79
H	downloads.cursor.com	update	1	reported	79
H	marketplace.cursorapi.com	update	1	reported	79
H	.cursor.sh	api,app	1	reported	81
H	.cursor.com	api,app	1	reported	81
H	.cursorapi.com	api,app	1	reported	81
H	.cursor-cdn.com	cdn	1	reported	81
H	.cursorvm.com	api	1	reported	82
V	databricks	Databricks	platform
H	*.azuredatabricks.net	api	0	reported	83,84	AI only below /serving-endpoints and /ai-gateway.
V	datadog	Datadog	processor
H	http-intake.logs.us5.datadoghq.com	telemetry	1	reported	41,85,86	Claude Code is reported to send allow-listed events here.
H	browser-intake-us5-datadoghq.com	telemetry	1	reported	34,44
H	browser-intake-datadoghq.com	telemetry	1	reported	87
H	rum.browser-intake-datadoghq.com	telemetry	1	reported	88
H	http-intake.logs.datadoghq.com	telemetry	1	reported	89
H	http-intake.logs.datadoghq.eu	telemetry	1	reported	89
H	http-intake.logs.us3.datadoghq.com	telemetry	1	reported	89
V	deepinfra	DeepInfra	ai
H	api.deepinfra.com	api	1	observed-in-source	22
H	.deepinfra.com	app	1	reported	90
V	deepseek	DeepSeek	ai
H	api.deepseek.com	api	1	observed-in-source	1
H	chat.deepseek.com	app	1	reported	7
H	platform.deepseek.com	app	1	observed-in-source	49
H	hif-leim.deepseek.com	api	1	reported	7
H	.deepseek.com	app	1	reported	91
V	duckduckgo	DuckDuckGo	platform
H	.duck.ai	app	1	reported	12
V	elevenlabs	ElevenLabs	ai
H	api.elevenlabs.io	api	1	observed-in-source	1
V	factory	Factory	ai
H	.factory.ai	app,api	1	reported	92
V	fathom	Fathom	processor
H	cdn.usefathom.com	telemetry	0	reported	44
V	fireworks	Fireworks AI	ai
H	api.fireworks.ai	api	1	observed-in-source	2,22
H	.fireworks.ai	app	1	reported	93
V	ghost	Ghost	platform
H	anthropic-com.ghost.io	app	1	reported	44
V	github	GitHub	ai
H	github.com	auth	0	documented	94
P	/login/	auth
H	api.github.com	auth	0	documented	94,95,96
P	/copilot_internal/	auth,api
H	api.githubcopilot.com	api	1	observed-in-source	95,97,96
P	/telemetry	telemetry
P	/models	api
P	/chat/	api
P	/mcp	mcp
P	/v1/	api
H	api.individual.githubcopilot.com	api	1	documented	94,98	The name tells the plan.
H	api.business.githubcopilot.com	api	1	documented	94,99	The name tells the plan.
H	api.enterprise.githubcopilot.com	api	1	documented	94,97	The name tells the plan.
H	proxy.individual.githubcopilot.com	api	1	reported	98
H	proxy.business.githubcopilot.com	api	1	reported	100
H	proxy.enterprise.githubcopilot.com	api	1	reported	100
H	telemetry.individual.githubcopilot.com	telemetry	1	reported	101,102	Application Insights envelopes.
H	telemetry.business.githubcopilot.com	telemetry	1	reported	100,99
H	telemetry.enterprise.githubcopilot.com	telemetry	1	reported	100
H	origin-tracker.individual.githubcopilot.com	api	1	reported	98
H	.githubcopilot.com	api	1	documented	94
H	.individual.githubcopilot.com	api	1	documented	94
H	.business.githubcopilot.com	api	1	documented	94
H	.enterprise.githubcopilot.com	api	1	documented	94
H	copilot-proxy.githubusercontent.com	api	1	documented	94
H	origin-tracker.githubusercontent.com	api	1	documented	94
H	copilot-telemetry.githubusercontent.com	telemetry	1	documented	94,95	Application Insights envelopes.
H	copilot-telemetry-service.githubusercontent.com	telemetry	1	reported	103,104
H	collector.github.com	telemetry	0	documented	94,105
H	*.ghe.com	api,auth	0	documented	94	The first label is the tenant and names the company.
H	copilot-workspace.githubnext.com	app	1	reported	103
H	.copilot.github.com	app	1	reported	106
H	raw.githubusercontent.com	cdn	0	observed-on-wire	107
H	.githubusercontent.com	cdn	0	inferred	108
H	.github.com	app	0	inferred	109
V	gitlab	GitLab	platform
V	google	Google	ai
H	storage.googleapis.com	update	0	documented	29,110,111
H	generativelanguage.googleapis.com	api	1	observed-in-source	112,113
H	aiplatform.googleapis.com	api	1	observed-in-source	37
H	*-aiplatform.googleapis.com	api	1	observed-in-source	37	The first label tells the region.
H	aiplatform.us.rep.googleapis.com	api	1	observed-in-source	112
H	aiplatform.eu.rep.googleapis.com	api	1	observed-in-source	112
H	cloudcode-pa.googleapis.com	api,telemetry	1	observed-in-source	112,113	Inference and usage recording of Code Assist share this name.
P	/v1internal:record	telemetry
P	/v1internal:	api
H	daily-cloudcode-pa.googleapis.com	api	1	observed-in-source	37,113
H	daily-cloudcode-pa.sandbox.googleapis.com	api	1	observed-in-source	37
H	cloudaicompanion.googleapis.com	api	1	reported	113
H	play.googleapis.com	telemetry	0	observed-in-source	114,115	Clearcut intake, shared by all of Google's products.
H	oauth2.googleapis.com	auth	0	observed-in-source	37
H	accounts.google.com	auth	0	observed-in-source	112
H	www.googleapis.com	auth	0	observed-in-source	37
H	.antigravity.google	app	1	reported	113
H	antigravity.googleapis.com	api	1	reported	113
H	antigravity-pa.googleapis.com	api	1	reported	113
H	.antigravity-unleash.goog	feature-flags	1	reported	113,115
H	antigravity-hub-auto-updater-974169037036.us-central1.run.app	update	1	observed-in-source	116,110
H	lh3.googleusercontent.com	cdn	0	reported	117
H	.gemini.google.com	app	1	reported	113
H	.aistudio.google.com	app	1	reported	113
H	.makersuite.google.com	app	1	reported	113
H	.bard.google.com	app	1	reported	113
H	.notebooklm.google.com	app	1	reported	113
H	.notebooklm.google	app	1	reported	113
H	.jules.google.com	app	1	reported	113
H	.jules.google	app	1	reported	113
H	.labs.google.com	app	0	reported	113
H	.ai.studio	app	1	reported	113
H	alkalimakersuite-pa.clients6.google.com	api	1	reported	113
H	alkalicore-pa.clients6.google.com	api	1	reported	113
H	webchannel-alkalimakersuite-pa.clients6.google.com	api	1	reported	113
H	notebooklm-pa.googleapis.com	api	1	reported	113
H	geller-pa.googleapis.com	api	0	reported	113
H	proactivebackend-pa.googleapis.com	api	0	reported	113
H	robinfrontend-pa.googleapis.com	api	1	reported	113
H	aisandbox-pa.googleapis.com	api	1	reported	113
H	aicode.googleapis.com	api	1	reported	113
H	aida.googleapis.com	api	1	reported	113
H	gemini.gstatic.com	cdn	1	reported	113
H	.deepmind.google	app	1	reported	113
H	clients2.google.com	update	0	observed-on-wire	118
H	update.googleapis.com	update	0	observed-on-wire	118
H	redirector.gvt1.com	cdn	0	observed-on-wire	118
H	.google.com	app	0	inferred	118
H	.googleapis.com	api	0	inferred	118
H	.gvt1.com	cdn	0	inferred	118
H	.gstatic.com	cdn	0	inferred	118
H	.googleusercontent.com	cdn	0	inferred	118
V	groq	Groq	ai
H	api.groq.com	api	1	observed-in-source	1,22
H	.groq.com	app	1	reported	119
V	growthbook	GrowthBook	processor
H	cdn.growthbook.io	feature-flags	1	reported	44
V	helicone	Helicone	processor
H	ai-gateway.helicone.ai	proxy-gateway,telemetry	1	documented	120,121
H	oai.helicone.ai	proxy-gateway,telemetry	1	documented	122
H	us.helicone.ai	app	1	reported	123
V	honeycomb	Honeycomb	processor
H	api.honeycomb.io	telemetry	1	reported	124,125
H	api.eu1.honeycomb.io	telemetry	1	reported	124
V	huawei	Huawei	platform
H	infer-modelarts.cn-southwest-2.myhuaweicloud.com	api	1	observed-in-source	1
V	hugging-face	Hugging Face	ai
H	router.huggingface.co	api	1	observed-in-source	49
H	.huggingface.co	api,telemetry,cdn	1	observed-in-source	126	Libraries report usage with HEAD requests below /api/telemetry.
P	/api/telemetry/	telemetry
H	.hf.co	cdn	1	observed-in-source	126,127
H	.hf.space	app	0	reported	127
H	api.endpoints.huggingface.cloud	api	1	observed-in-source	126
V	ibm	IBM	platform
H	us-south.ml.cloud.ibm.com	api	1	observed-in-source	22
V	iflytek	iFlytek	ai
H	spark-api-open.xf-yun.com	api	1	reported	128,129
H	xinghuo.xfyun.cn	app	1	reported	5
V	imgix	imgix	platform
H	openaicom.imgix.net	cdn	1	reported	87
V	inception	Inception	ai
H	api.inceptionlabs.ai	api	1	observed-in-source	22
V	intercom	Intercom	processor
H	.intercom.io	app	0	reported	130,44
H	.intercomcdn.com	cdn	0	reported	130
V	jetbrains	JetBrains	ai
H	api.jetbrains.ai	api	1	reported	131,132
H	junie.jetbrains.com	app	1	reported	131
H	ingrazzio-cloud-prod.labs.jb.gg	api	1	reported	131
H	resources.jetbrains.com	update	0	reported	131
H	auth.grazie.ai	auth	1	reported	133
H	.jetbrains.ai	api	1	reported	134
H	.grazie.ai	api	1	reported	134
H	.grazie.aws.intellij.net	api	1	reported	134
V	jina	Jina	ai
H	api.jina.ai	api	1	observed-in-source	22
V	kilo	Kilo	ai
H	api.kilo.ai	proxy-gateway	1	observed-in-source	1
H	.kilo.ai	app	1	reported	135
V	langchain	LangChain	processor
H	api.smith.langchain.com	telemetry	1	observed-in-source	136
H	.langchain.com	app	0	reported	137
V	langfuse	Langfuse	processor
H	cloud.langfuse.com	telemetry	1	observed-in-source	138
V	launchdarkly	LaunchDarkly	processor
H	clientsdk.launchdarkly.com	feature-flags	1	reported	139,140
H	clientstream.launchdarkly.com	feature-flags	1	reported	139,140
H	app.launchdarkly.com	feature-flags	0	reported	139,140
H	events.launchdarkly.com	telemetry	1	reported	139,140
H	mobile.launchdarkly.com	telemetry	1	reported	139,140
H	.launchdarkly.com	feature-flags	1	reported	45
V	litellm	BerriAI (LiteLLM)	ai
H	localhost:4000	proxy-gateway	1	observed-in-source	1	Its proxy on the same machine, where a base URL may point.
V	livekit	LiveKit	processor
H	.chatgpt.livekit.cloud	api	1	reported	87
H	.host.livekit.cloud	api	0	reported	87
H	.turn.livekit.cloud	api	0	reported	87
V	lm-studio	LM Studio	ai
H	.lmstudio.ai	update	1	reported	141
H	localhost:1234	api	1	observed-in-source	1	The server on the same machine; seen only in captures of the loopback.
V	lovable	Lovable	ai
H	.lovable.dev	app	1	reported	142
V	manus	Manus	ai
H	.manus.im	app	1	reported	143
V	mcp	MCP project	platform
H	.modelcontextprotocol.io	mcp	0	reported	44
V	meta	Meta	ai
H	.meta.ai	app	1	reported	12
V	microsoft	Microsoft	ai
H	chatgpt-async-webps-prod-*.webpubsub.azure.com	api	1	reported	87
H	openaiassets.blob.core.windows.net	cdn	1	reported	87
H	openaicomproductionae4b.blob.core.windows.net	cdn	1	reported	87
H	production-openaicom-storage.azureedge.net	cdn	1	reported	87
H	openaiapi-site.azureedge.net	cdn	1	reported	87
H	openaicom-api-bdcpf8c6d2e9atf6.z01.azurefd.net	cdn	1	reported	87
H	default.exp-tas.com	feature-flags	0	documented	94,95
H	.exp-tas.com	feature-flags	0	reported	144
H	copilotprodattachments.blob.core.windows.net	cdn	1	reported	103
H	dc.services.visualstudio.com	telemetry	1	observed-in-source	95
H	mobile.events.data.microsoft.com	telemetry	0	observed-in-source	95
H	*.in.applicationinsights.azure.com	telemetry	1	reported	41,145
H	embeddings.vscode-cdn.net	cdn	1	observed-in-source	95
H	main.vscode-cdn.net	cdn	0	observed-in-source	95
H	marketplace.visualstudio.com	update	0	observed-in-source	146
H	update.code.visualstudio.com	update	0	observed-in-source	146
H	.copilot.microsoft.com	app	1	reported	12
H	.copilot.cloud.microsoft	app	1	reported	12
H	sydney.bing.com	api	1	reported	147
H	*.openai.azure.com	api	1	observed-in-source	22,49	The first label is the customer's resource.
H	*.cognitiveservices.azure.com	api	1	observed-in-source	22,95	The first label is the customer's resource.
H	*.services.ai.azure.com	api	1	documented	22,2,148	The first label is the customer's resource.
H	.applicationinsights.io	telemetry	1	reported	144
H	*.models.ai.azure.com	api	1	documented	149,150	The first labels are resource and region.
V	midjourney	Midjourney	ai
H	.midjourney.com	app	1	reported	12
V	minimax	MiniMax	ai
H	api.minimax.io	api	1	observed-in-source	1,151
H	api.minimaxi.com	api	1	observed-in-source	1,151
H	.minimax.io	app	1	reported	5,12
H	.minimaxi.com	app	1	reported	5,12
H	.hailuoai.com	app	1	reported	5,12
V	mistral	Mistral AI	ai
H	api.mistral.ai	api,telemetry	1	observed-in-source	1,152	Usage events of Vibe go to a path of the API itself.
P	/v1/datalake/events	telemetry
P	/v1/	api
H	codestral.mistral.ai	api	1	observed-in-source	22,2
H	console.mistral.ai	auth	1	observed-in-source	152
H	chat.mistral.ai	app	1	observed-in-source	152
H	experiments.mistral.services	feature-flags	1	observed-in-source	152
H	.mistral.ai	app	1	reported	12
V	mixpanel	Mixpanel	processor
H	api.mixpanel.com	telemetry	1	reported	28,153
H	decide.mixpanel.com	feature-flags	1	reported	154
V	moonshot	Moonshot AI	ai
H	api.moonshot.ai	api	1	observed-in-source	1,155
H	api.moonshot.cn	api	1	observed-in-source	1,155
H	api.kimi.com	api	1	observed-in-source	155,37
H	auth.kimi.com	auth	1	observed-in-source	155
H	telemetry-logs.kimi.com	telemetry	1	observed-in-source	156	Events carry the device id.
H	cdn.kimi.com	update	1	observed-in-source	155
H	code.kimi.com	update	1	observed-in-source	155
H	.kimi.com	app	1	reported	157
H	.moonshot.cn	app	1	reported	157
H	.moonshot.ai	app	1	reported	157
V	nebius	Nebius	ai
H	api.studio.nebius.ai	api	1	observed-in-source	22
V	ngrok	ngrok	platform
H	gateway.ngrok.ai	proxy-gateway	1	documented	158
V	nous	Nous Research	ai
H	inference-api.nousresearch.com	api	1	observed-in-source	1,22
V	novita	Novita	ai
H	api.novita.ai	api	1	observed-in-source	22
H	.novita.ai	app	1	reported	159
V	nvidia	NVIDIA	ai
H	integrate.api.nvidia.com	api	1	observed-in-source	22,49
V	ollama	Ollama	ai
H	.ollama.com	api,update	1	observed-in-source	49,160
H	localhost:11434	api	1	observed-in-source	1	The server on the same machine; seen only in captures of the loopback.
V	openai	OpenAI	ai
H	api.openai.com	api	1	observed-in-source	37,1,161
H	chatgpt.com	app,api	1	observed-in-source	37,161	Codex with a ChatGPT login uses paths under /backend-api/codex.
P	/backend-api/plugins	api
P	/backend-api/codex	api
P	/backend-api/	api
H	ab.chatgpt.com	telemetry,feature-flags	1	observed-in-source	162,161	Statsig under the vendor's own name; Codex exports OTLP metrics here.
P	/otlp	telemetry
H	auth.openai.com	auth	1	observed-in-source	37
H	auth0.openai.com	auth	1	reported	163
H	setup.auth.openai.com	auth	1	reported	164
H	platform.openai.com	app	1	observed-in-source	49
H	chat.openai.com	app	1	reported	163
H	ios.chat.openai.com	app	1	reported	163
H	tcr9i.chat.openai.com	auth	1	reported	88
H	.openai.com	api,app	1	reported	87
H	.chatgpt.com	app,api	1	reported	87
H	.oaistatic.com	cdn	1	reported	87
H	.oaiusercontent.com	cdn	1	reported	87
H	.oaistatsig.com	telemetry,feature-flags	1	reported	87	Statsig under the vendor's own name.
H	.chatgpt.site	app	0	reported	87
H	.chat.com	app	1	reported	87
H	.sora.com	app	1	reported	87
H	.crixet.com	app	1	reported	87
V	openclaw	OpenClaw	ai
H	.openclaw.ai	app	1	reported	12
V	opencode	Anomaly (OpenCode)	ai
H	.opencode.ai	api,app	1	observed-in-source	165,49
P	/zen/	api
H	models.dev	update	1	observed-in-source	49
V	openrouter	OpenRouter	ai
H	openrouter.ai	proxy-gateway	1	observed-in-source	1,2	Resells many vendors' models; HTTP-Referer and X-Title name the calling application.
V	opentelemetry	OpenTelemetry	platform
H	*:4317	telemetry	0	documented	166	OTLP over gRPC, at a collector of the customer's choice.
H	*:4318	telemetry	0	documented	166	OTLP over HTTP (/v1/traces, /v1/metrics, /v1/logs), at a collector of the customer's choice.
V	oracle	Oracle	platform
H	code.aiservice.us-chicago-1.oci.oraclecloud.com	api	1	observed-in-source	1
V	ovh	OVH	platform
H	oai.endpoints.kepler.ai.cloud.ovh.net	api	1	observed-in-source	22
V	perplexity	Perplexity	ai
H	api.perplexity.ai	api	1	reported	167
H	.perplexity.ai	app	1	reported	168
H	.perplexity.com	app	1	reported	168
H	.pplx.ai	app	1	reported	168
H	ppl-ai-file-upload.s3.amazonaws.com	cdn	1	reported	168
H	pplx-res.cloudinary.com	cdn	1	reported	168
V	phind	Phind	ai
H	.phind.com	app	1	reported	169
V	poolside	Poolside	ai
H	inference.poolside.ai	api	1	observed-in-source	49
V	portkey	Portkey	ai
H	.portkey.ai	proxy-gateway	1	reported	7
H	api.portkey.ai	proxy-gateway,telemetry	1	documented	170,171
V	posthog	PostHog	processor
H	us.i.posthog.com	telemetry	1	observed-in-source	172,173,174,175
P	/capture	telemetry
P	/decide	feature-flags
P	/batch	telemetry
P	/flags	feature-flags
H	eu.i.posthog.com	telemetry	1	reported	176
H	.i.posthog.com	telemetry,feature-flags	1	reported	176
V	qualtrics	Qualtrics	processor
H	openai.qualtrics.com	telemetry	1	reported	87
V	quora	Quora (Poe)	ai
H	.poe.com	app	1	reported	177
H	.poecdn.net	cdn	1	reported	177
V	replicate	Replicate	ai
H	.replicate.com	api,cdn	1	reported	178
H	.replicate.delivery	api,cdn	1	reported	178
V	replit	Replit	ai
H	.replit.com	app,api	1	reported	179
H	.repl.it	app,api	0	reported	179
H	.repl.co	app,api	0	reported	179
H	.replit.dev	app,api	0	reported	179
H	.replit.app	app,api	0	reported	179
V	requesty	Requesty	ai
H	router.requesty.ai	proxy-gateway	1	observed-in-source	2
V	roo	Roo Code	ai
H	ph.roocode.com	telemetry	1	observed-in-source	180	PostHog protocol under a first-party name.
H	app.roocode.com	app,telemetry	1	observed-in-source	2
P	/api/extension-settings	feature-flags
P	/api/events	telemetry
H	api.roocode.com	proxy-gateway	1	observed-in-source	2
V	rudderstack	RudderStack	processor
H	.dataplane.rudderstack.com	telemetry	1	reported	181,182
V	sambanova	SambaNova	ai
H	api.sambanova.ai	api	1	observed-in-source	1,2
V	scaleway	Scaleway	platform
H	api.scaleway.ai	api	1	observed-in-source	22
V	segment	Twilio Segment	processor
H	.segment.io	telemetry	0	reported	183
H	.segment.com	telemetry	0	reported	183
H	api.segment.io	telemetry	1	reported	184
H	cdn-settings.segment.com	cdn	0	reported	184
V	sentry	Sentry	processor
H	o4507101628137472.ingest.de.sentry.io	crash	1	observed-in-source	185		mistral
H	o1158394.ingest.us.sentry.io	crash	1	reported	34		anthropic
H	o33249.ingest.us.sentry.io	crash	1	observed-in-source	186,187		openai
H	o33249.ingest.sentry.io	crash	1	reported	87		openai
H	o207216.ingest.sentry.io	crash	1	reported	88
H	.sentry.io	crash	1	documented	188,42
H	o*.ingest.*.sentry.io	crash	1	observed-in-source	186,34,189
H	o*.ingest.sentry.io	crash	1	observed-in-source	186,34
H	.sentry-cdn.com	cdn	0	reported	188
V	siliconflow	SiliconFlow	ai
H	api.siliconflow.cn	api	1	observed-in-source	22
H	.siliconflow.com	app	1	reported	190
V	sourcegraph	Sourcegraph	ai
H	.sourcegraph.com	api,app	0	reported	191
H	.cody.dev	api,app	1	reported	191
H	.ampcode.com	api,app	1	reported	191
H	.ampworkers.com	api,app	1	reported	191
V	stackblitz	StackBlitz	ai
H	.bolt.new	app	1	reported	192
V	statsig	Statsig	processor
H	api.statsig.com	telemetry,feature-flags	1	reported	45
H	events.statsigapi.net	telemetry	1	reported	45
H	.statsigapi.net	telemetry,feature-flags	1	reported	45,44
H	.featuregates.org	feature-flags	1	reported	45
H	.featureassets.org	feature-flags	1	reported	164
H	.prodregistryv2.org	feature-flags	1	reported	164
P	/v1/log_event	telemetry
H	api.statsigcdn.com	feature-flags	1	observed-on-wire	193
P	/v2/download_config_specs	feature-flags
H	prodregistryv2.org	telemetry,feature-flags	1	observed-on-wire	193
P	/v1/log_event	telemetry
V	stepfun	StepFun	ai
H	.stepfun.com	app	1	reported	194
H	.stepfun.ai	app	1	reported	194
H	platform.stepfun.com	app	1	observed-in-source	49
V	tabbyml	TabbyML	ai
H	app.tabbyml.com	telemetry	1	observed-in-source	195
V	tabnine	Tabnine	ai
H	api.tabnine.com	api	1	reported	196,197
H	update.tabnine.com	update	1	reported	197
H	.tabnine.com	app	1	reported	198
V	tencent	Tencent	ai
H	api.hunyuan.cloud.tencent.com	api	1	reported	199
H	hunyuan.tencentcloudapi.com	api	1	reported	199
H	copilot.tencent.com	api,telemetry	1	reported	200,201
P	/v2/report	telemetry
P	/v2/chat	api
H	www.codebuddy.ai	api	1	reported	201
H	.codebuddy.cn	app	1	reported	5
H	.yuanbao.tencent.com	app	1	reported	5
H	.hunyuan.tencent.com	app	1	reported	5
H	tokenhub.tencentmaas.com	api	1	observed-in-source	49
V	together	Together AI	ai
H	api.together.xyz	api	1	observed-in-source	1,22
H	api.together.ai	api	1	observed-in-source	49
H	.together.ai	app	1	reported	202
H	.together.xyz	app	1	reported	202
V	unbound	Unbound	ai
H	api.getunbound.ai	proxy-gateway	1	observed-in-source	2
V	venice	Venice AI	ai
H	api.venice.ai	api	1	observed-in-source	22
V	vercel	Vercel	ai
H	api.v0.dev	api	1	observed-in-source	1
H	.v0.app	app	1	reported	203
H	.v0.dev	app	1	reported	203
H	ai-gateway.vercel.sh	proxy-gateway	1	observed-in-source	1,2
V	voyage	Voyage AI	ai
H	api.voyageai.com	api	1	observed-in-source	22
V	warp	Warp	ai
H	app.warp.dev	api,app,update	1	reported	204,205
P	/graphql/	api
H	rtc.app.warp.dev	api	1	reported	204
H	sessions.app.warp.dev	api	1	reported	204
H	oz.warp.dev	app	1	reported	204
V	workos	WorkOS	processor
H	setup.workos.com	auth	0	reported	88
H	cdn.workos.com	cdn	0	reported	206
V	xai	xAI	ai
H	api.x.ai	api	1	documented	1,37,111
H	auth.x.ai	auth	1	documented	37,111
H	accounts.x.ai	auth	1	observed-in-source	37
H	cli-chat-proxy.grok.com	api,telemetry	1	documented	37,207,111,208,209	Carries inference, session storage and traces.
P	/v1/responses	api
P	/v1/storage	telemetry
P	/v1/traces	telemetry
H	eu-west-1.api.x.ai	api	1	reported	210
H	mtls.api.x.ai	api	1	reported	210
H	vidgen.x.ai	cdn	1	observed-in-source	37
H	.x.ai	app	1	documented	211,111
H	.grok.com	app	1	reported	211
H	.grok.x.com	app	1	reported	211
H	.grokipedia.com	app	1	reported	211
H	code.grok.com	app	1	documented	111
H	assets.grok.com	cdn	1	documented	111
H	files.grok.com	app	1	reported	212
H	connectors-gateway.grok.com	mcp	1	reported	212
V	xiaomi	Xiaomi	ai
H	api.xiaomimimo.com	api	1	observed-in-source	22,49
H	token-plan-cn.xiaomimimo.com	api	1	observed-in-source	37,49
V	you	You.com	ai
H	.you.com	app	0	reported	213
V	zed	Zed Industries	ai
H	.zed.dev	app,api	1	reported	214
H	cloud.zed.dev	api	1	reported	215,216
V	zenmux	ZenMux	ai
H	zenmux.ai	proxy-gateway	1	observed-in-source	49
V	zhipu	Zhipu (Z.ai)	ai
H	open.bigmodel.cn	api	1	observed-in-source	1,2,50
H	api.z.ai	api	1	observed-in-source	1,2
H	.bigmodel.cn	app	1	reported	5
H	.z.ai	app	1	reported	5
H	.chatglm.cn	app	1	reported	5
H	.zhipuai.cn	app	1	reported	5
T	aider	Aider	aider	agent			217,108	Model calls go through LiteLLM and carry the header of that or of the vendor's SDK.	us.i.posthog.com	observed-on-wire
M	user-agent		Aider/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	x-title	^Aider$	0.9
M	header	http-referer	^https://aider\.chat	0.9
M	body	$.batch[*].properties.aider_version	^(.+)$	0.95	.i.posthog.com
M	body	$.messages[*].content	^Act as an expert software developer\.\nAlways use best practices when coding	0.8
M	body	$.api_key	^phc_99T7muzafUMMZX15H8XePbMSreEUzahHbtWjy3l5Qbv$	0.9
T	amazon-q-cli	Amazon Q Developer CLI	amazon	agent			218		q.us-east-1.amazonaws.com,q.eu-central-1.amazonaws.com,client-telemetry.us-east-1.amazonaws.com,oidc.*.amazonaws.com,cognito-identity.us-east-1.amazonaws.com	observed-in-source
M	user-agent		app/AmazonQ-For-CLI	0.95
M	header	x-amz-user-agent	app/AmazonQ-For-CLI	0.9
T	anthropic-sdk	Anthropic SDK	anthropic	sdk			219,220	Names the library, not the program on top of it.	api.anthropic.com	observed-on-wire
M	user-agent		^(?:Async)?Anthropic/(?:Python|JS|Go|Java|Ruby|TypeScript) (\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	antigravity	Antigravity	google	agent			221,115		cloudcode-pa.googleapis.com,daily-cloudcode-pa.googleapis.com,antigravity-unleash.goog,play.googleapis.com,antigravity-hub-auto-updater-974169037036.us-central1.run.app	observed-in-source
M	user-agent		^antigravity/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	augment	Augment Code	augment	agent			46	Form of the User-Agent not verified.	*.api.augmentcode.com,auth.augmentcode.com,evs.grdt.augmentcode.com,cdn.augmentcode.com	documented
M	user-agent		(?i)augment	0.7	.augmentcode.com
T	aws-q-ide	Amazon Q in IDEs	amazon	agent			222		codewhisperer.us-east-1.amazonaws.com,client-telemetry.us-east-1.amazonaws.com	observed-in-source
M	user-agent		^aws-sdk-(?:nodejs|js)/	0.6	codewhisperer.us-east-1.amazonaws.com
M	header	x-amzn-codewhisperer-optout		0.5
T	aws-sdk	AWS SDK at Bedrock	amazon	sdk			223,224		bedrock-runtime.*.amazonaws.com	observed-in-source
M	user-agent		^(?:aws-sdk-[a-z]+|Boto3)/([^ ]+)	0.7	bedrock-runtime.*.amazonaws.com
T	chatgpt-web	ChatGPT	openai	web			87,225		chatgpt.com,ab.chatgpt.com,oaistatic.com,oaiusercontent.com,browser-intake-datadoghq.com,o33249.ingest.sentry.io,chatgpt.livekit.cloud	observed-on-wire
M	user-agent		^Mozilla/5\.0	0.8	.chatgpt.com,chat.openai.com
M	user-agent		ChatGPT/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	oai-device-id		0.8
M	header	origin	^https://chatgpt\.com$	0.7
M	header	referer	^https://chatgpt\.com/	0.6
T	claude-code	Claude Code	anthropic	agent	x-claude-code-session-id	$.metadata.user_id/$.session_id|$.events[*].event_data.session_id|$.attributes.sessionId	226,227,228,229,166,85,230,32	Runs on Bun or Node; a gateway of another vendor sees the same headers.	api.anthropic.com,claude.ai,platform.claude.com,downloads.claude.ai,http-intake.logs.us5.datadoghq.com,mcp-proxy.anthropic.com,statsig.anthropic.com,sentry.io	observed-on-wire
M	user-agent		^claude-cli/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^claude-code/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^Bun/\d	0.4	api.anthropic.com
M	header	x-claude-code-session-id		0.9
M	header	x-service-name	^claude-code$	0.9
M	header	x-app	^cli(-bg)?$	0.4
M	header	anthropic-beta	(?:^|,)claude-code-\d	0.6
M	path		^/api/claude_(?:code|cli)	0.9	api.anthropic.com
M	path		^/api/eval/sdk-	0.6	api.anthropic.com
M	path		^/api/event_logging/	0.5	api.anthropic.com
M	body	$.system[*].text	^x-anthropic-billing-header: cc_version=(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	body	$.metadata.user_id	^(?:\{"device_id"|user_[0-9a-f]{16,64}_account_)	0.5
M	body	$.events[*].event_type	^ClaudeCodeInternalEvent$	0.9
M	body	$.events[*].event_data.env.version	(\d+\.\d+\.\d+[^ ;,()/]*)	0.6
M	header	x-sentry-auth	sentry_key=(?:e531a1d9ec1de9064fae9d4affb0b0f4|589e88e2079ff23d299e90d41e603b7a)	0.9
M	query	sentry_key	^(?:e531a1d9ec1de9064fae9d4affb0b0f4|589e88e2079ff23d299e90d41e603b7a)$	0.9
M	header	statsig-api-key	^client-RRNS7R65EAtReO5XA4xDC3eU6ZdJQi6lLEP6b5j32Me$	0.9
M	header	dd-api-key	^pubbbf48e6d78dae54bceaa4acf463299bf$	0.9
M	body	$[*].service	^claude-code$	0.8	http-intake.logs.us5.datadoghq.com
M	body	$.resourceMetrics[*].resource.attributes[*].value.stringValue	^claude-code$	0.8
M	body	$.resourceLogs[*].resource.attributes[*].value.stringValue	^claude-code$	0.8
M	body	$.params.clientInfo.name	^claude-code$	0.8
T	claude-desktop	Claude Desktop	anthropic	app			231,34,43	By the convention of Electron applications; not seen on the wire.	claude.ai,api.anthropic.com,a-api.anthropic.com,a-cdn.anthropic.com,s-cdn.anthropic.com,browser-intake-us5-datadoghq.com,o1158394.ingest.us.sentry.io,bridge.claudeusercontent.com,downloads.claude.ai,widget.intercom.io	reported
M	user-agent		Claude/(\d+\.\d+\.\d+[^ ;,()/]*) .*Electron/	0.9
M	user-agent		 Claude/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	x-sentry-auth	sentry_key=2f98127cbffe4740b1f767a2de77d23b	0.9
T	claude-web	claude.ai	anthropic	web			43		claude.ai,a-api.anthropic.com,a-cdn.anthropic.com,s-cdn.anthropic.com	reported
M	user-agent		^Mozilla/5\.0	0.7	.claude.ai
M	header	anthropic-client-platform	^web	0.8
M	header	origin	^https://claude\.ai$	0.7
T	cline	Cline	cline	agent	x-task-id		232		api.cline.bot,app.cline.bot,data.cline.bot	observed-in-source
M	user-agent		^Cline/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-title	^Cline$	0.8
M	header	http-referer	^https://cline\.bot	0.8
M	host		^data\.cline\.bot$	0.7
T	cliproxyapi	CLIProxyAPI	community	proxy			233	Normally imitates the client whose subscription it relays: a tool is never proven by its headers.		observed-in-source
M	user-agent		^CLIProxyAPI/	0.9
T	codebuddy	CodeBuddy	tencent	agent			200		copilot.tencent.com,www.codebuddy.ai,codebuddy.cn	reported
M	user-agent		WorkBuddy/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	x-domain	^copilot\.tencent\.com$	0.8
T	codex	Codex	openai	agent	session-id,session_id	$.prompt_cache_key	234,235,236,237,186,238,239,161		chatgpt.com,api.openai.com,auth.openai.com,ab.chatgpt.com,o33249.ingest.us.sentry.io	observed-on-wire
M	user-agent		^(?:codex_cli_rs|codex_exec|codex-tui|codex_vscode|codex_[a-z_]+)/(\d+\.\d+\.\d+[^ ;,()/]*)	0.97
M	header	originator	^codex_	0.9
M	header	x-codex-turn-metadata		0.9
M	header	x-codex-window-id		0.9
M	header	x-codex-beta-features		0.8
M	header	x-codex-installation-id		0.8
M	path		^/backend-api/codex	0.8	chatgpt.com
M	path		^/otlp/	0.6	ab.chatgpt.com
M	body	$.client_metadata.x-codex-installation-id		0.8
M	header	statsig-api-key	^client-MkRuleRQBd6qakfnDYqJVR9JuXcY57Ljly3vi5JVUIO$	0.9
M	body	$.params.clientInfo.name	^codex	0.8
M	body	$.resourceMetrics[*].resource.attributes[*].value.stringValue	^codex[-_]	0.8
M	body	$.resourceLogs[*].resource.attributes[*].value.stringValue	^codex[-_]	0.8
T	continue	Continue	continue	agent			240,241		api.continue.dev	observed-in-source
M	user-agent		^Continue/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	x-continue-unique-id		0.9
M	header	http-referer	^https://www\.continue\.dev	0.8
M	body	$.api_key	^phc_JS6XFROuNbhJtVCEdTSYk6gl5ArRrTNMpCcguAXlSPs$	0.9
T	copilot-cli	GitHub Copilot CLI	github	agent	x-client-session-id		41,242,96		.githubcopilot.com,*.in.applicationinsights.azure.com	observed-on-wire
M	user-agent		^copilot/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-mcp-host	^copilot-cli$	0.9
M	header	copilot-integration-id	^copilot-	0.7
M	user-agent		^_br/JS 	0.3
M	path		^/copilot_internal/	0.4	api.github.com
M	body	$.messages[*].content	^You are the GitHub Copilot CLI	0.9
M	body	$.params.clientInfo.name	^github-copilot-developer$	0.8
T	copilot-vscode	GitHub Copilot in VS Code	github	agent	vscode-sessionid,x-interaction-id		243,244,242		.githubcopilot.com,copilot-telemetry.githubusercontent.com,default.exp-tas.com,dc.services.visualstudio.com,mobile.events.data.microsoft.com,api.github.com	observed-in-source
M	user-agent		^GitHubCopilotChat/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^GithubCopilot/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	copilot-integration-id	^vscode-chat$	0.8
M	header	editor-plugin-version	^copilot(?:-chat)?/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	vscode-machineid		0.4	.githubcopilot.com
M	header	editor-version	^vscode/	0.5	.githubcopilot.com,api.github.com
T	crewai	CrewAI	crewai	framework			78	Model calls carry the User-Agent of the vendor's SDK.		observed-on-wire
M	host		^telemetry\.crewai\.com$	0.95
M	body	$.messages[*].content	\nYour personal goal is: 	0.8
M	body	$.messages[*].content	This is the expected criteria for your final answer: 	0.8
M	body	$.input[*].content	This is the expected criteria for your final answer: 	0.8
M	body	$.instructions	\nYour personal goal is: 	0.6
T	crush	Crush	charm	agent			245		data.charm.land,catwalk.charm.land,hyper.charm.land	observed-in-source
M	user-agent		^crush/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	host		^(?:data|catwalk)\.charm\.land$	0.7
T	cursor	Cursor	cursor	agent	x-session-id		246,247,248,249,41,242		api2.cursor.sh,api3.cursor.sh,api4.cursor.sh,*.api5.cursor.sh,repo42.cursor.sh,metrics.cursor.sh,authenticator.cursor.sh,marketplace.cursorapi.com	reported
M	user-agent		^connect-es/	0.5	.cursor.sh
M	header	x-cursor-client-version	^(.+)$	0.95
M	header	x-cursor-checksum		0.9
M	header	x-ghost-mode		0.6
M	header	x-cursor-timezone		0.8
M	header	x-cursor-client-type		0.8
T	devin	Devin	cognition	agent			73	Form of the User-Agent not verified.	api.devin.ai,app.devin.ai	reported
M	user-agent		(?i)devin	0.7	.devin.ai
T	gemini-cli	Gemini CLI	google	agent			250,251,252		generativelanguage.googleapis.com,cloudcode-pa.googleapis.com,play.googleapis.com,aiplatform.googleapis.com	observed-in-source
M	user-agent		^GeminiCLI(?:-[^/]+)?/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^CloudCodeVSCode/(\d+\.\d+\.\d+[^ ;,()/]*) .*proxy_client=geminicli	0.9
M	header	x-gemini-api-privileged-user-id		0.7
M	body	$[*].log_source_name	^CONCORD$	0.4	play.googleapis.com
M	body	$[*].log_event[*][*].source_extension_json/$.console_type	^GEMINI_CLI$	0.9
M	body	$.params.clientInfo.name	^gemini-cli	0.8
M	body	$.resourceMetrics[*].resource.attributes[*].value.stringValue	^gemini-cli$	0.8
M	body	$.resourceLogs[*].resource.attributes[*].value.stringValue	^gemini-cli$	0.8
T	glab	GitLab CLI driven by an agent	gitlab	app			253,254	No AI client: it tells which agent drives it.		documented
M	user-agent		^glab/v?([^ ]+) \([^)]*\) Coding-Agent/	0.9
T	google-genai-sdk	Google Gen AI SDK	google	sdk			255,256	Names the library, not the program on top of it.	generativelanguage.googleapis.com,aiplatform.googleapis.com	observed-on-wire
M	user-agent		^google-genai-sdk/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	x-goog-api-client	^google-genai-sdk/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	goose	Goose	block	agent			173	Form of the User-Agent not verified.	us.i.posthog.com	observed-in-source
M	user-agent		^goose/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
T	grok-cli	Grok Build	xai	agent			233,207,111,257,258,259	Form of the User-Agent not verified; the host is its own.	cli-chat-proxy.grok.com,auth.x.ai,api.x.ai,code.grok.com,assets.grok.com,x.ai,storage.googleapis.com,api.mixpanel.com	documented
M	user-agent		(?i)^grok[^/]*/(\d+\.\d+\.\d+[^ ;,()/]*)	0.7
M	host		^cli-chat-proxy\.grok\.com$	0.8
T	huggingface-hub	huggingface_hub	hugging-face	sdk			260		huggingface.co,hf.co,router.huggingface.co	observed-in-source
M	user-agent		hf_hub/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	jetbrains-ai	JetBrains AI Assistant and Junie	jetbrains	agent			261,131,262	Sends no telling User-Agent to other endpoints.	api.jetbrains.ai,junie.jetbrains.com,ingrazzio-cloud-prod.labs.jb.gg	reported
M	header	grazie-agent		0.9
M	header	grazie-authenticate-jwt		0.8
M	header	jb-access-token		0.7
T	kilo-code	Kilo Code	kilo	agent	x-kilocode-taskid		263,242		api.kilo.ai	observed-in-source
M	user-agent		^[Kk]ilo-?[Cc]ode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	originator	^kilo-code$	0.9
M	header	x-kilocode-taskid		0.9
T	kimi-cli	Kimi CLI	moonshot	agent			264,265	Sends the machine's name in a header.	api.kimi.com,auth.kimi.com,telemetry-logs.kimi.com,cdn.kimi.com	observed-in-source
M	user-agent		^KimiCLI/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-msh-platform	^kimi_cli$	0.9
M	header	x-msh-version	^(.+)$	0.6
M	header	x-msh-device-name		0.7
M	header	x-msh-device-id		0.6
M	host		^telemetry-logs\.kimi\.com$	0.8
M	body	$.events[*].event	^kfc_	0.9	telemetry-logs.kimi.com
M	body	$.user_id	^kfc_device_id_	0.8
M	body	$.messages[*].content	^You are Kimi Code CLI, an interactive general AI agent	0.9
T	kiro	Kiro	amazon	agent			223,266,267	The User-Agent ends in a machine id.	q.us-east-1.amazonaws.com,prod.us-east-1.auth.desktop.kiro.dev,runtime.us-east-1.kiro.dev,app.kiro.dev	reported
M	user-agent		KiroIDE-(\d+\.\d+\.\d+)-[0-9a-f]{16,64}	0.95
M	header	x-amz-user-agent	KiroIDE-(\d+\.\d+\.\d+)	0.95
M	header	x-amzn-kiro-agent-mode		0.9
T	langfuse	Langfuse SDK	langfuse	sdk			268		cloud.langfuse.com	observed-in-source
M	header	x-langfuse-sdk-name		0.9
M	header	x-langfuse-sdk-version	^(.+)$	0.9
M	header	x-langfuse-public-key		0.8
T	langsmith	LangSmith SDK	langchain	sdk			269,270		api.smith.langchain.com	observed-in-source
M	user-agent		^langsmith-(?:py|js)/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	path		^/runs/(?:batch|multipart)	0.5	api.smith.langchain.com
T	lingma	Tongyi Lingma	alibaba	agent			271,272	Shares its headers with Qoder; the host tells them apart.	lingma-api.tongyi.aliyun.com,lingma.alibabacloud.com	reported
M	user-agent		^Go-http-client/	0.6	lingma-api.tongyi.aliyun.com,lingma.alibabacloud.com
T	litellm	LiteLLM	litellm	framework			273,274	Also used by other tools as a library.		observed-on-wire
M	user-agent		^litellm/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	path		^/BerriAI/litellm/[^/]+/model_prices_and_context_window	0.3	raw.githubusercontent.com
T	mistral-sdk	Mistral SDK	mistral	sdk			275	Names the library, not the program on top of it.		observed-on-wire
M	user-agent		^mistral-client-(?:python|ts|typescript)/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	mistral-vibe	Mistral Vibe	mistral	agent	x-affinity		276,277		api.mistral.ai,console.mistral.ai,experiments.mistral.services	observed-in-source
M	user-agent		Mistral-Vibe/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	path		^/v1/datalake/events	0.8	api.mistral.ai
M	header	x-affinity		0.3	api.mistral.ai
M	user-agent		^MistralAI-VibeCLI/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	path		^/api/eval/sdk-OE8yJgTXZY6tj	0.9	experiments.mistral.services
M	body	$.event	^vibe\.	0.8	api.mistral.ai
M	body	$.messages[*].content	^You are Mistral Vibe, a CLI coding agent	0.9
M	header	x-sentry-auth	sentry_key=e5cefbd71b8c4658f72123098cf5358f	0.9
T	mux	Mux	coder	agent	x-mux-workspace-id		242			observed-in-source
M	user-agent		(?i)^mux/([^ ]+)	0.9
M	header	x-mux-workspace-id		0.8
T	ollama	Ollama	ollama	app			1		ollama.com	observed-in-source
M	user-agent		^ollama/(\d+\.\d+\.\d+[^ ;,()/]*) \(	0.9
T	openai-sdk	OpenAI SDK	openai	sdk			278,279	Serves every vendor with the same API; names the library, not the program on top of it.	api.openai.com,*.openai.azure.com	observed-on-wire
M	user-agent		^(?:Async)?OpenAI/(?:Python|JS|Go|Java|Ruby) (\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	opencode	OpenCode	opencode	agent	x-opencode-session		280,281,41		opencode.ai,models.dev	reported
M	user-agent		^opencode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-opencode-session		0.9
M	header	x-opencode-client		0.8
T	qoder	Qoder	alibaba	agent			282,9,283		center.qoder.sh,api2.qoder.sh,api3.qoder.sh,openapi.qoder.sh,qts2.qoder.sh	reported
M	header	cosy-machineid		0.8
M	header	cosy-machinetoken		0.6
M	user-agent		^Go-http-client/	0.5	.qoder.sh
T	qwen-code	Qwen Code	alibaba	agent			250,4,284	Roo Code imitates the User-Agent.	dashscope.aliyuncs.com,chat.qwen.ai,gb4w8c3ygj-default-sea.rum.aliyuncs.com	observed-in-source
M	user-agent		^QwenCode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	host		^gb4w8c3ygj-default-sea\.rum\.aliyuncs\.com$	0.8
M	body	$.resourceMetrics[*].resource.attributes[*].value.stringValue	^qwen-code$	0.8
M	body	$.resourceLogs[*].resource.attributes[*].value.stringValue	^qwen-code$	0.8
T	replit	Replit Agent	replit	web			179		replit.com,replit.dev	reported
M	user-agent		^Mozilla/5\.0	0.6	.replit.com
T	roo-code	Roo Code	roo	agent	x-roo-task-id		285,242		ph.roocode.com,app.roocode.com,api.roocode.com,clerk.roocode.com	observed-in-source
M	user-agent		^RooCode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^roo-code/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	originator	^roo-code$	0.9
M	header	x-title	^Roo Code$	0.8
M	header	x-roo-app-version	^(.+)$	0.9
M	host		^ph\.roocode\.com$	0.7
T	sourcegraph	Cody and Amp	sourcegraph	agent			191	Form of the User-Agent not verified.	sourcegraph.com,ampcode.com,ampworkers.com	reported
M	user-agent		(?i)^(?:cody|amp)	0.7	.sourcegraph.com,.ampcode.com
T	tabby	Tabby	tabbyml	app			195	A self-hosted server; only its usage report is known.	app.tabbyml.com	observed-in-source
M	host		^app\.tabbyml\.com$	0.6
T	tabnine	Tabnine	tabnine	agent			197	Form of the User-Agent not verified.	api.tabnine.com,update.tabnine.com	reported
M	user-agent		(?i)tabnine	0.7	.tabnine.com
T	trae	Trae	bytedance	agent			55,56,286		api.trae.ai,trae-api-us.mchost.guru,maliva-mcs.byteoversea.com,mon-va.byteoversea.com	reported
M	header	x-cloudide-token		0.8
M	header	authorization	^Cloud-IDE-JWT 	0.9
M	host		^trae-api-[a-z-]+\.mchost\.guru$	0.8
T	warp	Warp	warp	app			204,181,287,288,289	Form of the User-Agent not verified.	app.warp.dev,rtc.app.warp.dev,sessions.app.warp.dev,dataplane.rudderstack.com	reported
M	user-agent		^[Ww]arp/	0.7	.warp.dev
T	windsurf	Windsurf	cognition	agent			66,67	The User-Agent is that of its RPC library, so only the host makes it speak.	server.self-serve.windsurf.com,server.codeium.com,inference.codeium.com,unleash.codeium.com	reported
M	user-agent		^(?:connect-|grpc-|Go-http-client)	0.5	.codeium.com,.windsurf.com
T	zed	Zed	zed	agent			290,216,242		cloud.zed.dev,zed.dev	observed-in-source
M	user-agent		^Zed/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
C	aiohttp	aiohttp (Python)	aiohttp/(\S+)	291
C	aws-sdk	AWS SDK	^(?:aws-sdk-[a-z]+|Boto3)/(\S+)	223
C	axios	axios (JavaScript)	^axios/(\S+)	292
C	bun	Bun	^Bun/(\S+)	292
C	chromium	Chromium browsers	(?:Headless)?Chrome/(\S+)	293
C	cohere-sdk	Cohere SDK	^cohere/(\d\S*)	294
C	connect-es	Connect (JavaScript)	^connect-es/(\S+)	246
C	curl	curl	^curl/(\S+)	295
C	firefox	Firefox	 Firefox/(\S+)$	296
C	git	git	^git/(\S+)	297
C	go-http-client	net/http (Go)	^Go-http-client/(\S+)	282
C	groq-sdk	Groq SDK	^(?:Async)?Groq/(?:Python|JS) (\S+)	298
C	node	Node.js fetch	^node(?:/(\S+)|$)	299
C	node-fetch	node-fetch (Node.js)	^node-fetch	300
C	ollama-python	Ollama client (Python)	^ollama-python/(\S+)	301
C	otlp-python	OpenTelemetry exporter (Python)	^OTel-OTLP-Exporter-Python/(\S+)	302
C	otlp-rust	OpenTelemetry exporter (Rust)	^OTel-OTLP-Exporter-Rust/(\S+)	161
C	posthog-python	PostHog SDK (Python)	^posthog-python/(\S+)	303
C	python-httpx	HTTPX (Python)	^python-httpx/(\S+)	274
C	python-requests	Requests (Python)	^python-requests/(\S+)	108
C	python-urllib	urllib (Python)	^Python-urllib/(\S+)	304
C	python-urllib3	urllib3 (Python)	^python-urllib3/(\S+)	305
C	safari	Safari	 Version/(\S+) (?:Mobile/\S+ )?Safari/	296
C	sentry-python	Sentry SDK (Python)	^sentry\.python[^/]*/(\S+)	189
C	together-sdk	Together SDK	^(?:(?:Async)?Together/(?:Python|JS) |together-cli[:/])(\S+)	306
C	undici	undici (Node.js)	^undici(?:/(\S+)|$)	96
C	websockets	websockets (Python)	websockets/(\S+)	307
C	wget	Wget	^Wget/(\S+)	308
G	api.anthropic-beta	toolchain.features	header	anthropic-beta		none				0.95	309,310,311
G	api.anthropic-capabilities	toolchain.features	header	anthropic-client-capabilities		none				0.95	309,310,311
G	api.anthropic-organization	identity.organization_id	header	anthropic-organization-id		none				0.95	309,310,311
G	api.bedrock-model	toolchain.model	request-line		^/model/([A-Za-z0-9._:%-]+)/(?:invoke|converse)	none				0.95	309,310,311
G	api.deployment-model	toolchain.model	request-line		/deployments/([A-Za-z0-9._-]+)/	none				0.95	309,310,311
G	api.google-project	account.cloud_account	header	x-goog-user-project		none				0.95	309,310,311
G	api.model	toolchain.model	body	$.model		none				0.95	309,310,311
G	api.openai-beta	toolchain.features	header	openai-beta		none				0.95	309,310,311
G	api.openai-organization	identity.organization_id	header	openai-organization		none				0.95	309,310,311
G	api.openai-project	account.cloud_account	header	openai-project		none				0.95	309,310,311
G	api.path-model	toolchain.model	request-line		/models/([A-Za-z0-9._-]+):	none				0.95	309,310,311
G	api.query-key	account.api_key	query	key	^.{8,}$	secret		google		0.95	309,310,311
G	api.query-model	toolchain.model	query	model		none				0.95	309,310,311
G	api.session-header	identity.session_id	header	x-session-id		none				0.95	309,310,311
G	api.session-model	toolchain.model	body	$.session.model		none				0.95	309,310,311
G	browser.accept-language	place.accept_language	header	accept-language	^([A-Za-z].*)$	none				0.95	312,313,225
G	browser.ua	machine.browser	header	sec-ch-ua		none				0.95	312,313,225
G	browser.ua-arch	machine.architecture	header	sec-ch-ua-arch		none				0.95	312,313,225
G	browser.ua-full-version-list	machine.browser	header	sec-ch-ua-full-version-list		none				0.95	312,313,225
G	browser.ua-model	machine.model	header	sec-ch-ua-model		none				0.95	312,313,225
G	browser.ua-platform	machine.os	header	sec-ch-ua-platform		none				0.95	312,313,225
G	browser.ua-platform-version	machine.os_version	header	sec-ch-ua-platform-version		none				0.95	312,313,225
G	claude-code.agent-entrypoint	toolchain.entry_point	header	user-agent	^claude-cli/[^ ]+ \([^,)]+, ([^,)]+)	none				0.95	32,230
G	claude-code.app	toolchain.entry_point	header	x-app		none	claude-code			0.95	32,230
G	claude-code.arch	machine.architecture	body	$.events[*].event_data.env.arch		none		anthropic		0.95	32,230
G	claude-code.betas	toolchain.features	body	$.events[*].event_data.betas		none		anthropic		0.95	32,230
G	claude-code.billing-entrypoint	toolchain.entry_point	body	$.system[*].text	^x-anthropic-billing-header:.* cc_entrypoint=([^;]+)	none				0.95	32,230
G	claude-code.billing-version	toolchain.tool_version	body	$.system[*].text	^x-anthropic-billing-header: cc_version=(\d+\.\d+\.\d+)	none				0.95	32,230
G	claude-code.client-type	toolchain.settings	body	$.events[*].event_data.client_type		none		anthropic		0.95	32,230
G	claude-code.constrained-memory	machine.memory_total	body	$.events[*].event_data.process/$.constrainedMemory		none		anthropic		0.95	32,230
G	claude-code.constrained-memory-bytes	machine.memory_total	body	$.events[*].event_data.additional_metadata/$.constrained_memory_bytes		none		anthropic		0.95	32,230
G	claude-code.deployment-environment	machine.container	body	$.events[*].event_data.env.deployment_environment		none		anthropic		0.95	32,230
G	claude-code.device-id	identity.device_id	body	$.events[*].event_data.device_id		none		anthropic		0.95	32,230
G	claude-code.distro-id	machine.distribution	body	$.events[*].event_data.env.linux_distro_id		none		anthropic		0.95	32,230
G	claude-code.distro-version	machine.distribution	body	$.events[*].event_data.env.linux_distro_version		none		anthropic		0.95	32,230
G	claude-code.duration-api-ms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.duration_api_ms		none		anthropic		0.95	32,230
G	claude-code.duration-ms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.duration_ms		none		anthropic		0.95	32,230
G	claude-code.durationms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.durationMs		none		anthropic		0.95	32,230
G	claude-code.durationmsincludingretries	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.durationMsIncludingRetries		none		anthropic		0.95	32,230
G	claude-code.entrypoint	toolchain.entry_point	body	$.events[*].event_data.entrypoint		none		anthropic		0.95	32,230
G	claude-code.event-account	identity.account_id	body	$.events[*].event_data.auth.account_uuid		none		anthropic		0.95	32,230
G	claude-code.event-base-url	network.base_url	body	$.events[*].event_data.additional_metadata/$.baseUrl		none		anthropic		0.95	32,230	twelve hex digits of a SHA-256 of the base URL
G	claude-code.event-email	identity.email	body	$.events[*].event_data.email		none		anthropic		0.95	32,230
G	claude-code.event-model	toolchain.model	body	$.events[*].event_data.model		none		anthropic		0.95	32,230
G	claude-code.event-name	behaviour.feature_use	body	$.events[*].event_data.event_name		none		anthropic		0.95	32,230
G	claude-code.event-organization	identity.organization_id	body	$.events[*].event_data.auth.organization_uuid		none		anthropic		0.95	32,230
G	claude-code.flag-account	identity.account_id	body	$.attributes.accountUUID		none		anthropic		0.95	32,230
G	claude-code.flag-base-url-host	network.base_url	body	$.attributes.apiBaseUrlHost		none		anthropic		0.95	32,230
G	claude-code.flag-device-id	identity.device_id	body	$.attributes.deviceID		none		anthropic		0.95	32,230
G	claude-code.flag-email	identity.email	body	$.attributes.email		none		anthropic		0.95	32,230
G	claude-code.flag-entrypoint	toolchain.entry_point	body	$.attributes.entrypoint		none		anthropic		0.95	32,230
G	claude-code.flag-id	identity.device_id	body	$.attributes.id		none		anthropic		0.95	32,230
G	claude-code.flag-key	account.telemetry_key	request-line		^/api/eval/(sdk-[A-Za-z0-9]+)	none		anthropic		0.95	32,230
G	claude-code.flag-organization	identity.organization_id	body	$.attributes.organizationUUID		none		anthropic		0.95	32,230
G	claude-code.flag-platform	machine.os	body	$.attributes.platform		none		anthropic		0.95	32,230
G	claude-code.flag-user-type	account.plan	body	$.attributes.userType		none		anthropic		0.95	32,230
G	claude-code.flag-version	toolchain.tool_version	body	$.attributes.appVersion		none		anthropic		0.95	32,230
G	claude-code.install-build	toolchain.install_method	body	$.events[*].event_data.env.build_time		none		anthropic		0.95	32,230
G	claude-code.is-ci	machine.ci	body	$.events[*].event_data.env.is_ci		none		anthropic		0.95	32,230
G	claude-code.is-github-action	machine.ci	body	$.events[*].event_data.env.is_github_action		none		anthropic		0.95	32,230
G	claude-code.is-interactive	toolchain.settings	body	$.events[*].event_data.is_interactive		none		anthropic		0.95	32,230
G	claude-code.kernel	machine.kernel	body	$.events[*].event_data.env.linux_kernel		none		anthropic		0.95	32,230
G	claude-code.node-version	toolchain.runtime	body	$.events[*].event_data.env.node_version		none		anthropic		0.95	32,230
G	claude-code.package-managers	toolchain.package_manager	body	$.events[*].event_data.env.package_managers		none		anthropic		0.95	32,230
G	claude-code.platform	machine.os	body	$.events[*].event_data.env.platform		none		anthropic		0.95	32,230
G	claude-code.platform-raw	machine.os	body	$.events[*].event_data.env.platform_raw		none		anthropic		0.95	32,230
G	claude-code.process-cpupercent	machine.resource_use	body	$.events[*].event_data.process/$.cpuPercent		none		anthropic		0.95	32,230
G	claude-code.process-cpuusage-user	machine.resource_use	body	$.events[*].event_data.process/$.cpuUsage.user		none		anthropic		0.95	32,230
G	claude-code.process-heaptotal	machine.resource_use	body	$.events[*].event_data.process/$.heapTotal		none		anthropic		0.95	32,230
G	claude-code.process-heapused	machine.resource_use	body	$.events[*].event_data.process/$.heapUsed		none		anthropic		0.95	32,230
G	claude-code.process-rss	machine.resource_use	body	$.events[*].event_data.process/$.rss		none		anthropic		0.95	32,230
G	claude-code.process-uptime	machine.uptime	body	$.events[*].event_data.process/$.uptime		none		anthropic		0.95	32,230
G	claude-code.prompt-size-inputtextcharlength	behaviour.prompt_size	body	$.events[*].event_data.additional_metadata/$.inputTextCharLength		none		anthropic		0.95	32,230
G	claude-code.prompt-size-prompt-length	behaviour.prompt_size	body	$.events[*].event_data.additional_metadata/$.prompt_length		none		anthropic		0.95	32,230
G	claude-code.query-entrypoint	toolchain.entry_point	query	entrypoint		none		anthropic		0.95	32,230
G	claude-code.repository-hash	workspace.repository	body	$.events[*].event_data.additional_metadata/$.rh		none		anthropic		0.95	32,230	first sixteen hex digits of a SHA-256 of host/owner/name of the remote
G	claude-code.repository-hash-plain	workspace.repository	body	$.events[*].event_data.rh		none		anthropic		0.95	32,230	first sixteen hex digits of a SHA-256 of host/owner/name of the remote
G	claude-code.request-class	behaviour.feature_use	header	x-claude-code-request-class		none				0.95	32,230
G	claude-code.runtimes	toolchain.runtime	body	$.events[*].event_data.env.runtimes		none		anthropic		0.95	32,230
G	claude-code.session-header	identity.session_id	header	x-claude-code-session-id		none				0.95	32,230
G	claude-code.setting-effortvalue	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.effortValue		none		anthropic		0.95	32,230
G	claude-code.setting-outputformat	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.outputFormat		none		anthropic		0.95	32,230
G	claude-code.setting-permissionmode	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.permissionMode		none		anthropic		0.95	32,230
G	claude-code.setting-thinkingtype	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.thinkingType		none		anthropic		0.95	32,230
G	claude-code.shell	toolchain.shell	body	$.events[*].event_data.env.shell		none		anthropic		0.95	32,230
G	claude-code.skill-item-name-hash	toolchain.skills	body	$.events[*].event_data.additional_metadata/$.item_name_hash		none		anthropic		0.95	32,230
G	claude-code.skill-item-type	toolchain.skills	body	$.events[*].event_data.additional_metadata/$.item_type		none		anthropic		0.95	32,230
G	claude-code.skill-name	toolchain.skills	body	$.events[*].event_data.skill_name		none		anthropic		0.95	32,230
G	claude-code.skill-skill-source	toolchain.skills	body	$.events[*].event_data.additional_metadata/$.skill_source		none		anthropic		0.95	32,230
G	claude-code.terminal	toolchain.terminal	body	$.events[*].event_data.env.terminal		none		anthropic		0.95	32,230
G	claude-code.ttft-ms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.ttft_ms		none		anthropic		0.95	32,230
G	claude-code.ttftms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.ttftMs		none		anthropic		0.95	32,230
G	claude-code.update-channel	toolchain.install_method	body	$.events[*].event_data.additional_metadata/$.autoUpdatesChannel		none		anthropic		0.95	32,230
G	claude-code.usage-cachedinputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.cachedInputTokens		none		anthropic		0.95	32,230
G	claude-code.usage-costusd	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.costUSD		none		anthropic		0.95	32,230
G	claude-code.usage-inputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.inputTokens		none		anthropic		0.95	32,230
G	claude-code.usage-outputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.outputTokens		none		anthropic		0.95	32,230
G	claude-code.usage-uncachedinputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.uncachedInputTokens		none		anthropic		0.95	32,230
G	claude-code.user-account	identity.account_id	body	$.metadata.user_id/$.account_uuid		none				0.95	32,230
G	claude-code.user-device-id	identity.device_id	body	$.metadata.user_id/$.device_id		none				0.95	32,230
G	claude-code.user-hash	identity.device_id	body	$.metadata.user_id	^user_([0-9a-f]{16,64})_account_	none				0.95	32,230
G	claude-code.user-hash-session	identity.session_id	body	$.metadata.user_id	_session_([0-9a-f-]{36})$	none				0.95	32,230
G	claude-code.user-type	account.plan	body	$.events[*].event_data.user_type		none		anthropic		0.95	32,230
G	claude-code.vcs	workspace.vcs	body	$.events[*].event_data.env.vcs		none		anthropic		0.95	32,230
G	claude-code.version	toolchain.tool_version	body	$.events[*].event_data.env.version		none		anthropic		0.95	32,230
G	claude-code.wsl-version	machine.wsl	body	$.events[*].event_data.env.wsl_version		none		anthropic		0.95	32,230
G	codex.beta-features	toolchain.features	header	x-codex-beta-features		none		openai		0.95	161,235,236
G	codex.body-analytics	account.privacy_setting	body	$..x-codex-turn-metadata/$.analytics_enabled		none		openai		0.95	161,235,236
G	codex.body-installation	identity.installation_id	body	$..x-codex-turn-metadata/$.installation_id		none		openai		0.95	161,235,236
G	codex.body-sandbox	toolchain.settings	body	$..x-codex-turn-metadata/$.sandbox		none		openai		0.95	161,235,236
G	codex.body-sandbox-mode	toolchain.settings	body	$..x-codex-turn-metadata/$.sandbox_mode		none		openai		0.95	161,235,236
G	codex.client-installation	identity.installation_id	body	$.client_metadata.x-codex-installation-id		none		openai		0.95	161,235,236
G	codex.client-session-id	identity.session_id	body	$.client_metadata.session_id		none		openai		0.95	161,235,236
G	codex.client-thread-id	identity.session_id	body	$.client_metadata.thread_id		none		openai		0.95	161,235,236
G	codex.commit	workspace.commit	body	$..workspaces.*.latest_git_commit_hash		none		openai		0.95	161,235,236
G	codex.header-conversation_id	identity.session_id	header	conversation_id		none		openai		0.95	161,235,236
G	codex.header-installation	identity.installation_id	header	x-codex-installation-id		none		openai		0.95	161,235,236
G	codex.header-session-id	identity.session_id	header	session-id		none		openai		0.95	161,235,236
G	codex.header-session_id	identity.session_id	header	session_id		none		openai		0.95	161,235,236
G	codex.header-thread-id	identity.session_id	header	thread-id		none		openai		0.95	161,235,236
G	codex.metric-duration	behaviour.latency	body	$..metrics[*].name	^codex\..*(?:duration|latency|_ms).*$	none		openai		0.95	161,235,236
G	codex.metric-git	workspace.vcs	body	$..attributes[key=is_git]		none		openai		0.95	161,235,236
G	codex.metric-model	toolchain.model	body	$..attributes[key=model]		none		openai		0.95	161,235,236
G	codex.metric-name	behaviour.feature_use	body	$..metrics[*].name	^codex\..*$	none		openai		0.95	161,235,236
G	codex.metric-originator	toolchain.entry_point	body	$..attributes[key=originator]		none		openai		0.95	161,235,236
G	codex.metric-os	machine.distribution	body	$..resource.attributes[key=os]		none		openai		0.95	161,235,236
G	codex.metric-os-version	machine.os_version	body	$..resource.attributes[key=os_version]		none		openai		0.95	161,235,236
G	codex.metric-service	toolchain.entry_point	body	$..resource.attributes[key=service.name]		none		openai		0.95	161,235,236
G	codex.originator	toolchain.entry_point	header	originator		none		openai		0.95	161,235,236
G	codex.query-version	toolchain.tool_version	query	client_version		none		openai		0.95	161,235,236
G	codex.remote	workspace.repository	body	$..workspaces.*.associated_remote_urls.*		none		openai		0.95	161,235,236
G	codex.status	workspace.status	body	$..workspaces.*.has_changes		none		openai		0.95	161,235,236
G	codex.turn-analytics	account.privacy_setting	header	x-codex-turn-metadata/$.analytics_enabled		none		openai		0.95	161,235,236
G	codex.turn-auto-review-enabled	toolchain.settings	header	x-codex-turn-metadata/$.auto_review_enabled		none		openai		0.95	161,235,236
G	codex.turn-installation	identity.installation_id	header	x-codex-turn-metadata/$.installation_id		none		openai		0.95	161,235,236
G	codex.turn-model	toolchain.model	header	x-codex-turn-metadata/$.model		none		openai		0.95	161,235,236
G	codex.turn-reasoning-effort	toolchain.settings	header	x-codex-turn-metadata/$.reasoning_effort		none		openai		0.95	161,235,236
G	codex.turn-sandbox	toolchain.settings	header	x-codex-turn-metadata/$.sandbox		none		openai		0.95	161,235,236
G	codex.turn-sandbox-mode	toolchain.settings	header	x-codex-turn-metadata/$.sandbox_mode		none		openai		0.95	161,235,236
G	codex.turn-session-id	identity.session_id	header	x-codex-turn-metadata/$.session_id		none		openai		0.95	161,235,236
G	codex.turn-thread-id	identity.session_id	header	x-codex-turn-metadata/$.thread_id		none		openai		0.95	161,235,236
G	codex.vcs	workspace.vcs	body	$..workspaces.*.latest_git_commit_hash		none		openai		0.95	161,235,236
G	codex.version	toolchain.tool_version	header	version	^\d+\.\d+\.\d+.*$	none		openai		0.95	161,235,236
G	common.anonymous-id	identity.analytics_id	body	$..anonymousId		none				0.8	314,315
G	common.cores	machine.cpu_count	body	$..cores	^\d{1,4}$	none				0.8	314,315
G	common.cpu-count	machine.cpu_count	body	$..cpu_count		none				0.8	314,315
G	common.cpu-model	machine.cpu_model	body	$..cpu_model		none				0.8	314,315
G	common.cpu-model-camel	machine.cpu_model	body	$..cpuModel		none				0.8	314,315
G	common.cwd	workspace.path	body	$..cwd	^(/.+|[A-Za-z]:[\\/].+)$	none				0.8	314,315
G	common.device-id	identity.device_id	body	$..device_id	^[0-9A-Fa-f-]{16,128}$	none				0.8	314,315
G	common.device-id-camel	identity.device_id	body	$..deviceId	^[0-9A-Fa-f-]{16,128}$	none				0.8	314,315
G	common.git-branch	workspace.branch	body	$..git_branch		none				0.8	314,315
G	common.git-branch-camel	workspace.branch	body	$..gitBranch		none				0.8	314,315
G	common.hardware-concurrency	machine.cpu_count	body	$..hardwareConcurrency		none				0.8	314,315
G	common.hostname	machine.hostname	body	$..hostname	^[A-Za-z0-9][A-Za-z0-9.-]{2,}$	none				0.8	314,315
G	common.installation-id	identity.installation_id	body	$..installation_id		none				0.8	314,315
G	common.kernel	machine.kernel	body	$..kernel_version		none				0.8	314,315
G	common.lang	place.locale	body	$..lang	^([a-z]{2,3}[-_][A-Z][A-Za-z]{1,3}(?:[.@].*)?)$	none				0.8	314,315
G	common.language	place.locale	body	$..language	^([a-z]{2,3}[-_][A-Z][A-Za-z]{1,3}(?:[.@].*)?)$	none				0.8	314,315
G	common.locale	place.locale	body	$..locale	^([a-z]{2,3}[-_][A-Z][A-Za-z]{1,3}(?:[.@].*)?)$	none				0.8	314,315
G	common.mac-address	identity.mac_address	body	$..macAddress		none				0.8	314,315
G	common.machine-id	identity.machine_id	body	$..machine_id	^[0-9A-Fa-f-]{16,64}$	none				0.8	314,315
G	common.machine-id-camel	identity.machine_id	body	$..machineId	^[0-9A-Fa-f-]{16,64}$	none				0.8	314,315
G	common.platform	machine.os	body	$..platform	^((?:[Ll]inux|[Dd]arwin|[Ww]in32|[Ww]indows|macOS|MacIntel).*)$	none				0.8	314,315
G	common.platform-architecture	machine.architecture	body	$..platform	(x86_64|aarch64|arm64)	none				0.8	314,315
G	common.repository-url	workspace.repository	body	$..repository_url		none				0.8	314,315
G	common.screen	machine.screen	body	$..screen	^\d{3,5}(?:x\d{3,5})?$	none				0.8	314,315
G	common.viewport	machine.screen	body	$..viewport	^\d{3,5}(?:x\d{3,5})?$	none				0.8	314,315
G	common.working-directory	workspace.path	body	$..working_directory	^(/.+|[A-Za-z]:[\\/].+)$	none				0.8	314,315
G	common.workspace-path	workspace.path	body	$..workspace_path	^(/.+|[A-Za-z]:[\\/].+)$	none				0.8	314,315
G	crewai.agents-model	toolchain.model	body	$..attributes[key=crew_agents]/$[*].llm		none		crewai		0.95	78
G	crewai.cpu-band	machine.cpu_count	body	$..attributes[key=cpu_band]		none		crewai		0.95	78
G	crewai.cpus	machine.cpu_count	body	$..attributes[key=cpus]		none		crewai		0.95	78
G	crewai.crew-fingerprint	identity.session_id	body	$..attributes[key=crew_fingerprint]		none		crewai		0.95	78
G	crewai.crew-id	identity.session_id	body	$..attributes[key=crew_id]		none		crewai		0.95	78
G	crewai.crew-process	toolchain.settings	body	$..attributes[key=crew_process]		none		crewai		0.95	78
G	crewai.crewai-version	toolchain.tool_version	body	$..attributes[key=crewai_version]		none		crewai		0.95	78
G	crewai.duration-ms	behaviour.latency	body	$..attributes[key=duration_ms]		none		crewai		0.95	78
G	crewai.platform	machine.os_version	body	$..attributes[key=platform]		none		crewai		0.95	78
G	crewai.platform-release	machine.kernel	body	$..attributes[key=platform_release]		none		crewai		0.95	78
G	crewai.platform-system	machine.os	body	$..attributes[key=platform_system]		none		crewai		0.95	78
G	crewai.platform-version	machine.kernel	body	$..attributes[key=platform_version]		none		crewai		0.95	78
G	crewai.python-version	toolchain.runtime	body	$..attributes[key=python_version]		none		crewai		0.95	78
G	crewai.runtime-context	machine.container	body	$..attributes[key=runtime_context]		none		crewai		0.95	78
G	crewai.span-name	behaviour.feature_use	body	$..spans[*].name		none		crewai		0.95	78
G	otlp.cloud-account-id	account.cloud_account	body	$..attributes[key=cloud.account.id]		none				0.95	316,317
G	otlp.cloud-provider	machine.cloud_resource	body	$..attributes[key=cloud.provider]		none				0.95	316,317
G	otlp.cloud-region	machine.cloud_resource	body	$..attributes[key=cloud.region]		none				0.95	316,317
G	otlp.container-id	machine.container	body	$..attributes[key=container.id]		none				0.95	316,317
G	otlp.gen-ai-request-model	toolchain.model	body	$..attributes[key=gen_ai.request.model]		none				0.95	316,317
G	otlp.host-arch	machine.architecture	body	$..attributes[key=host.arch]		none				0.95	316,317
G	otlp.host-cpu-model-name	machine.cpu_model	body	$..attributes[key=host.cpu.model.name]		none				0.95	316,317
G	otlp.host-id	identity.machine_id	body	$..attributes[key=host.id]		none				0.95	316,317
G	otlp.host-ip	network.private_address	body	$..attributes[key=host.ip]		none				0.95	316,317
G	otlp.host-mac	identity.mac_address	body	$..attributes[key=host.mac]		none				0.95	316,317
G	otlp.host-name	machine.hostname	body	$..attributes[key=host.name]		none				0.95	316,317
G	otlp.host-type	machine.model	body	$..attributes[key=host.type]		none				0.95	316,317
G	otlp.k8s-pod-name	machine.container	body	$..attributes[key=k8s.pod.name]		none				0.95	316,317
G	otlp.organization-id	identity.organization_id	body	$..attributes[key=organization.id]		none				0.95	316,317
G	otlp.os-description	machine.os_version	body	$..attributes[key=os.description]		none				0.95	316,317
G	otlp.os-name	machine.os	body	$..attributes[key=os.name]		none				0.95	316,317
G	otlp.os-type	machine.os	body	$..attributes[key=os.type]		none				0.95	316,317
G	otlp.os-version	machine.os_version	body	$..attributes[key=os.version]		none				0.95	316,317
G	otlp.process-command	workspace.command_line	body	$..attributes[key=process.command]		none				0.95	316,317
G	otlp.process-command-args	workspace.command_line	body	$..attributes[key=process.command_args]		none				0.95	316,317
G	otlp.process-command-line	workspace.command_line	body	$..attributes[key=process.command_line]		none				0.95	316,317
G	otlp.process-executable-path	workspace.file_path	body	$..attributes[key=process.executable.path]		none				0.95	316,317
G	otlp.process-owner	identity.username	body	$..attributes[key=process.owner]		none				0.95	316,317
G	otlp.process-runtime-name	toolchain.runtime	body	$..attributes[key=process.runtime.name]		none				0.95	316,317
G	otlp.process-runtime-version	toolchain.runtime	body	$..attributes[key=process.runtime.version]		none				0.95	316,317
G	otlp.process-working-directory	workspace.path	body	$..attributes[key=process.working_directory]		none				0.95	316,317
G	otlp.service-version	toolchain.tool_version	body	$..attributes[key=service.version]		none				0.95	316,317
G	otlp.session-id	identity.session_id	body	$..attributes[key=session.id]		none				0.95	316,317
G	otlp.telemetry-sdk-version	toolchain.sdk_version	body	$..attributes[key=telemetry.sdk.version]		none				0.95	316,317
G	otlp.terminal-type	toolchain.terminal	body	$..attributes[key=terminal.type]		none				0.95	316,317
G	otlp.user-account-uuid	identity.account_id	body	$..attributes[key=user.account_uuid]		none				0.95	316,317
G	otlp.user-email	identity.email	body	$..attributes[key=user.email]		none				0.95	316,317
G	otlp.user-id	identity.account_id	body	$..attributes[key=user.id]		none				0.95	316,317
G	otlp.vcs-ref-head-name	workspace.branch	body	$..attributes[key=vcs.ref.head.name]		none				0.95	316,317
G	otlp.vcs-ref-head-revision	workspace.commit	body	$..attributes[key=vcs.ref.head.revision]		none				0.95	316,317
G	otlp.vcs-repository-url-full	workspace.repository	body	$..attributes[key=vcs.repository.url.full]		none				0.95	316,317
G	posthog.aider-version	toolchain.tool_version	body	$..properties.aider_version		none		posthog		0.95	318,319,320
G	posthog.app-version	toolchain.tool_version	body	$..properties.$app_version		none		posthog		0.95	318,319,320
G	posthog.arch	machine.architecture	body	$..properties.arch		none		posthog		0.95	318,319,320
G	posthog.browser	machine.browser	body	$..properties.$browser		none		posthog		0.95	318,319,320
G	posthog.cost	behaviour.usage	body	$..properties.cost		none		posthog		0.95	318,319,320
G	posthog.country	place.region	body	$..properties.$geoip_country_code		none		posthog		0.95	318,319,320
G	posthog.device-id	identity.analytics_id	body	$..properties.$device_id		none		posthog		0.95	318,319,320
G	posthog.distinct-id	identity.analytics_id	body	$..distinct_id		none		posthog		0.95	318,319,320
G	posthog.edit-format	toolchain.settings	body	$..properties.edit_format		none		posthog		0.95	318,319,320
G	posthog.event	behaviour.feature_use	body	$.batch[*].event		none		posthog		0.95	318,319,320
G	posthog.geoip-switch	account.privacy_setting	body	$..properties.$geoip_disable		none		posthog		0.95	318,319,320
G	posthog.ip	place.source_address	body	$..properties.$ip		none		posthog		0.95	318,319,320
G	posthog.key	account.telemetry_key	body	$.api_key		none		posthog		0.95	318,319,320
G	posthog.library	toolchain.sdk_version	body	$..properties.$lib_version		none		posthog		0.95	318,319,320
G	posthog.locale	place.locale	body	$..properties.$locale		none		posthog		0.95	318,319,320
G	posthog.machine	machine.architecture	body	$..properties.machine	^(?:x86_64|x64|amd64|arm64|aarch64|i686)$	none		posthog		0.95	318,319,320
G	posthog.model	toolchain.model	body	$..properties.model		none		posthog		0.95	318,319,320
G	posthog.os	machine.os	body	$..properties.$os		none		posthog		0.95	318,319,320
G	posthog.os-distribution	machine.distribution	body	$..properties.$os_distro		none		posthog		0.95	318,319,320
G	posthog.os-version	machine.os_version	body	$..properties.$os_version		none		posthog		0.95	318,319,320
G	posthog.platform	machine.os	body	$..properties.os_platform		none		posthog		0.95	318,319,320
G	posthog.python	toolchain.runtime	body	$..properties.$python_version		none		posthog		0.95	318,319,320
G	posthog.python-runtime	toolchain.runtime	body	$..properties.$python_runtime		none		posthog		0.95	318,319,320
G	posthog.release	machine.kernel	body	$..properties.os_release	^\d+\.\d+\.\d+.*$	none		posthog		0.95	318,319,320
G	posthog.screen-height	machine.screen	body	$..properties.$screen_height		none		posthog		0.95	318,319,320
G	posthog.screen-width	machine.screen	body	$..properties.$screen_width		none		posthog		0.95	318,319,320
G	posthog.session-id	identity.session_id	body	$..properties.$session_id		none		posthog		0.95	318,319,320
G	posthog.single-event	behaviour.feature_use	body	$.event		none		posthog		0.95	318,319,320
G	posthog.timezone	place.timezone	body	$..properties.$timezone		none		posthog		0.95	318,319,320
G	posthog.token	account.telemetry_key	body	$..token	^phc_.+$	none		posthog		0.95	318,319,320
G	posthog.tokens	behaviour.usage	body	$..properties.prompt_tokens		none		posthog		0.95	318,319,320
G	posthog.tokens-total	behaviour.usage	body	$..properties.total_tokens		none		posthog		0.95	318,319,320
G	prompt.aider-file-tree	workspace.file_tree	body	$.messages[*].content	^Here are (?:summaries|the filenames) of some files present in my git repository[^#]*first\.\s+([^:]+)	none				0.95	321,322
G	prompt.aider-repository	workspace.vcs	body	$.messages[*].content	operating inside a git repository	none				0.95	321,322
G	prompt.aider-source	workspace.source_code	body	$.messages[*].content	^Here are summaries of some files present in my git repository[^#]*(│[^\n]+)	none				0.95	321,322
G	prompt.memory-file	workspace.instructions	body	$..text	Contents of ([^\n]+(?:CLAUDE|AGENTS|GEMINI)(?:\.local)?\.md)	none				0.95	321,322
G	prompt.user-email	identity.email	body	$..text	[Tt]he user's email address is ([^ \n]+[a-z])	none				0.95	321,322
G	sentry.absolute-path	workspace.file_path	body	$.exception.values[*].stacktrace.frames[*].abs_path		none		sentry		0.95	323,189,324
G	sentry.arch	machine.architecture	body	$.contexts.device.arch		none		sentry		0.95	323,189,324
G	sentry.arguments	workspace.command_line	body	$.extra['sys.argv'][*]		none		sentry		0.95	323,189,324
G	sentry.auth-key	account.telemetry_key	header	x-sentry-auth	sentry_key=([0-9a-f]+)	none				0.95	323,189,324
G	sentry.boot-time	machine.uptime	body	$.contexts.device.boot_time		none		sentry		0.95	323,189,324
G	sentry.context-line	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].context_line		none		sentry		0.95	323,189,324
G	sentry.cpu	machine.cpu_model	body	$.contexts.device.cpu_description		none		sentry		0.95	323,189,324
G	sentry.cpu-count	machine.cpu_count	body	$.contexts.device.processor_count		none		sentry		0.95	323,189,324
G	sentry.device-name	machine.hostname	body	$.contexts.device.name		none		sentry		0.95	323,189,324
G	sentry.frame-function	workspace.stack_trace	body	$.exception.values[*].stacktrace.frames[*].function		none		sentry		0.95	323,189,324
G	sentry.frame-path	workspace.stack_trace	body	$.exception.values[*].stacktrace.frames[*].abs_path		none		sentry		0.95	323,189,324
G	sentry.free-memory	machine.resource_use	body	$.contexts.device.free_memory		none		sentry		0.95	323,189,324
G	sentry.kernel	machine.kernel	body	$.contexts.os.kernel_version		none		sentry		0.95	323,189,324
G	sentry.locale	place.locale	body	$.contexts.culture.locale		none		sentry		0.95	323,189,324
G	sentry.memory	machine.memory_total	body	$.contexts.device.memory_size		none		sentry		0.95	323,189,324
G	sentry.model	machine.model	body	$.contexts.device.model		none		sentry		0.95	323,189,324
G	sentry.modules	workspace.dependencies	body	$.modules.*		none		sentry		0.95	323,189,324
G	sentry.os-name	machine.os	body	$.contexts.os.name		none		sentry		0.95	323,189,324
G	sentry.os-version	machine.os_version	body	$.contexts.os.version		none		sentry		0.95	323,189,324
G	sentry.post-context	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].post_context[*]		none		sentry		0.95	323,189,324
G	sentry.pre-context	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].pre_context[*]		none		sentry		0.95	323,189,324
G	sentry.query-key	account.telemetry_key	query	sentry_key		none				0.95	323,189,324
G	sentry.release	toolchain.tool_version	body	$.release		none		sentry		0.95	323,189,324
G	sentry.runtime-name	toolchain.runtime	body	$.contexts.runtime.name		none		sentry		0.95	323,189,324
G	sentry.runtime-version	toolchain.runtime	body	$.contexts.runtime.version		none		sentry		0.95	323,189,324
G	sentry.sdk	toolchain.sdk_version	body	$.sdk.version		none		sentry		0.95	323,189,324
G	sentry.server-name	machine.hostname	body	$.server_name		none		sentry		0.95	323,189,324
G	sentry.timezone	place.timezone	body	$.contexts.culture.timezone		none		sentry		0.95	323,189,324
G	sentry.trace-key	account.telemetry_key	body	$.trace.public_key		none		sentry		0.95	323,189,324
G	sentry.trace-organization	identity.organization_id	body	$.trace.org_id		none		sentry		0.95	323,189,324
G	sentry.user-address	place.source_address	body	$.user.ip_address	^[0-9a-f]+[.:].*$	none		sentry		0.95	323,189,324
G	sentry.user-email	identity.email	body	$.user.email		none		sentry		0.95	323,189,324
G	sentry.user-id	identity.account_id	body	$.user.id		none		sentry		0.95	323,189,324
G	sentry.user-name	identity.username	body	$.user.username		none		sentry		0.95	323,189,324
G	stainless.architecture	machine.architecture	header	X-Stainless-Arch		none				0.95	325,326
G	stainless.language	toolchain.runtime	header	X-Stainless-Lang		none				0.9	327,279
G	stainless.os	machine.os	header	X-Stainless-OS		none				0.95	325,326
G	stainless.package-version	toolchain.sdk_version	header	X-Stainless-Package-Version	^\d+\.\d+.*$	none				0.95	327,279
G	stainless.retry-count	behaviour.latency	header	X-Stainless-Retry-Count	^\d+$	none				0.8	327,279
G	stainless.runtime	toolchain.runtime	header	X-Stainless-Runtime		none				0.95	327,279
G	stainless.runtime-version	toolchain.runtime	header	X-Stainless-Runtime-Version	^v?\d+\.\d+.*$	none				0.95	327,279
G	statsig.arch	machine.architecture	body	$.statsigMetadata.arch		none		statsig,openai,anthropic		0.95	328,329
G	statsig.client-key	account.telemetry_key	header	statsig-api-key	^client-.+$	none		statsig,openai,anthropic		0.95	328,329
G	statsig.config	toolchain.features	body	$.events[*].metadata.config		none		statsig,openai,anthropic		0.95	328,329
G	statsig.country	place.region	body	$..user.country		none		statsig,openai,anthropic		0.95	328,329
G	statsig.custom-id	identity.analytics_id	body	$..user.customIDs.*		none		statsig,openai,anthropic		0.95	328,329
G	statsig.email	identity.email	body	$..user.email		none		statsig,openai,anthropic		0.95	328,329
G	statsig.event	behaviour.feature_use	body	$.events[*].eventName		none		statsig,openai,anthropic		0.95	328,329
G	statsig.gate	toolchain.features	body	$.events[*].metadata.gate		none		statsig,openai,anthropic		0.95	328,329
G	statsig.language	toolchain.runtime	body	$.statsigMetadata.languageVersion		none		statsig,openai,anthropic		0.95	328,329
G	statsig.locale	place.locale	body	$..user.locale		none		statsig,openai,anthropic		0.95	328,329
G	statsig.metadata-sdk	toolchain.sdk_version	body	$.statsigMetadata.sdkVersion		none		statsig,openai,anthropic		0.95	328,329
G	statsig.metadata-session	identity.session_id	body	$.statsigMetadata.sessionID		none		statsig,openai,anthropic		0.95	328,329
G	statsig.os	machine.os	body	$.statsigMetadata.os		none		statsig,openai,anthropic		0.95	328,329
G	statsig.query-key	account.telemetry_key	query	k	^client-.+$	none		statsig,openai,anthropic		0.95	328,329
G	statsig.sdk	toolchain.sdk_version	header	statsig-sdk-version		none		statsig,openai,anthropic		0.95	328,329
G	statsig.server-key	account.api_key	header	statsig-api-key	^secret-.+$	secret		statsig,openai,anthropic		0.95	328,329
G	statsig.session	identity.session_id	header	statsig-server-session-id		none		statsig,openai,anthropic		0.95	328,329
G	statsig.stable-id	identity.analytics_id	body	$..statsigMetadata.stableID		none		statsig,openai,anthropic		0.95	328,329
G	statsig.user	identity.account_id	body	$..user.userID		none		statsig,openai,anthropic		0.95	328,329

"""#
}
