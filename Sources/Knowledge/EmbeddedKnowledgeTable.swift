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
S	https://docs.aws.amazon.com/general/latest/gr/bedrock.html
S	https://amplitude.com/docs/apis/analytics/http-v2
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
S	https://docs.databricks.com/en/workspace/workspace-details.html
S	https://docs.datadoghq.com/api/latest/logs/
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
S	https://docs.growthbook.io/self-host/proxy
S	capture: Claude Code 2.1.170
S	https://docs.helicone.ai/gateway/integrations/llamaindex
S	https://developers.llamaindex.ai/python/examples/llm/helicone
S	https://docs.helicone.ai/getting-started/integration-method/vercelai
S	https://www.librechat.ai/llms.mdx/docs/configuration/librechat_yaml/ai_endpoints/helicone
S	https://www.checklyhq.com/docs/integrations/observability/traces/honeycomb/
S	https://www.artillery.io/docs/observability/honeycomb.md
S	github:huggingface/huggingface_hub src/huggingface_hub/constants.py @ee0a4510
S	github:v2fly/domain-list-community data/huggingface @c975ccef
S	https://huggingface.co/docs/inference-endpoints
S	https://cloud.ibm.com/apidocs/watsonx-ai
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
S	https://launchdarkly.com/docs/sdk/concepts/client-side-server-side
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
S	https://learn.microsoft.com/azure/machine-learning/how-to-deploy-online-endpoints
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
S	https://docs.oracle.com/en-us/iaas/Content/generative-ai/overview.htm
S	public source (index 69296454341)
S	github:v2fly/domain-list-community data/perplexity @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/phind.yaml @9dffc05
S	https://portkey.ai/docs/welcome/integration-guides/openai
S	https://portkey.ai/docs/api-reference/inference-api/headers.md
S	capture: aider-chat 0.86.2, posthog 7.91.1
S	github:Aider-AI/aider aider/analytics.py @5dc9490b
S	github:block/goose crates/goose/src/posthog.rs
S	public source (index 38108349097)
S	public source (index 71260848483)
S	github:v2fly/domain-list-community data/poe @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/replicate.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/replit.yaml @9dffc05
S	github:RooCodeInc/Roo-Code packages/telemetry/src/PostHogTelemetryClient.ts @cb836567
S	public source (index 28186141352)
S	public source (index 11503221017)
S	https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
S	github:v2fly/domain-list-community data/segment @c975ccef
S	public source (index 1225786575)
S	https://develop.sentry.dev/sdk/foundations/transport/envelopes/
S	capture: sentry-sdk 2.75.0
S	pypi:mistral-vibe 3.0.3 vibe/observability/sentry.py
S	github:openai/codex codex-rs/feedback/src/upload.rs
S	public source (index 21026208019)
S	github:v2fly/domain-list-community data/sentry @c975ccef
S	github:VPSDance/ai-proxy-rules data/providers/siliconflow.yaml @9dffc05
S	https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-rest-api
S	https://docs.snowflake.com/en/user-guide/admin-account-identifier
S	github:VPSDance/ai-proxy-rules data/providers/sourcegraph.yaml @9dffc05
S	github:VPSDance/ai-proxy-rules data/providers/bolt.yaml @9dffc05
S	capture: statsig-python-core 0.24.2, gate and event
S	github:openai/codex codex-rs/otel/src/config.rs, provider.rs
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
S	https://docs.wandb.ai/guides/hosting/
S	capture: wandb 0.31.0
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
S	https://segment.com/docs/connections/spec/common/; https://amplitude.com/docs/apis/analytics/http-v2; https://docs.mixpanel.com/docs/data-structure/property-reference
S	https://learn.microsoft.com/azure/azure-monitor/app/; https://docs.datadoghq.com/real_user_monitoring/; https://develop.sentry.dev/sdk/data-model/event-payloads/
S	https://docs.bugsnag.com/api/error-reporting/; https://docs.rollbar.com/reference/create-item; https://posthog.com/docs/data/events
S	github:langchain-ai/langsmith-sdk python/langsmith/env/_runtime_env.py; capture: langsmith 0.15.1, wandb 0.31.0
S	github:cohere-ai/cohere-python client wrapper; github:microsoft/vscode-copilot-chat src/platform/networking @31acd00a
S	github:MoonshotAI/kimi-cli src/kimi_cli/auth/oauth.py @4a550eff; github:coder/aibridge client.go, session.go @fbc285ea
S	https://docs.helicone.ai/helicone-headers/header-directory
S	capture: cohere 7.3.1
S	https://platform.openai.com/docs/api-reference
S	https://docs.anthropic.com/en/api/messages
S	https://ai.google.dev/api
S	https://wicg.github.io/ua-client-hints/
S	https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
S	docs: OpenTelemetry semantic conventions; PostHog, Segment, Amplitude, Statsig, Datadog and Sentry event references
S	capture: aider 0.86.2, crewai 1.15.30, langsmith 0.15.1, wandb 0.31.0, mem0 2.2.1, cohere 7.3.1
S	https://www.volcengine.com/docs/82379
S	https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/firewall.html
S	https://docs.aws.amazon.com/general/latest/gr/rande.html
S	https://learn.microsoft.com/azure/ai-services/cognitive-services-custom-subdomains
S	https://www.alibabacloud.com/help/en/model-studio/regions
S	https://learn.microsoft.com/azure/databricks/workspace/workspace-details
S	https://platform.openai.com/docs/guides/your-data
S	https://cloud.google.com/vertex-ai/docs/general/locations
S	https://docs.x.ai/docs/key-information/regions
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
H	bedrock.*.amazonaws.com	api	1	documented	27
H	bedrock-agent-runtime.*.amazonaws.com	api	1	documented	27
H	bedrock-runtime-fips.*.amazonaws.com	api	1	documented	27
V	amplitude	Amplitude	processor	28
H	api2.amplitude.com	telemetry	1	reported	29,30
R	path		^/(?:2/httpapi|batch)$	0.4
R	body	$.events[*].library	^amplitude-	0.8
V	anthropic	Anthropic	ai
H	api.anthropic.com	api,auth,telemetry,feature-flags	1	documented	31,32,33,34	Inference, event logging, metrics, settings and flag evaluation share this name; only the path tells them apart.
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
H	claude.ai	app,auth	1	documented	31
P	/oauth/	auth
P	/api/	api
H	a.claude.ai	telemetry	1	reported	35,36
H	.claude.ai	app,cdn	1	reported	37
H	.claude.com	app,auth	1	reported	37,38
H	platform.claude.com	auth,app	1	documented	31,39
P	/v1/oauth/	auth
H	code.claude.com	app	0	documented	40
H	console.anthropic.com	app	1	observed-in-source	39
H	.anthropic.com	api,app	1	reported	37
H	downloads.claude.ai	update	1	documented	31	Installer and updates.
H	bridge.claudeusercontent.com	mcp	1	documented	31	WebSocket bridge of the browser extension.
H	.claudeusercontent.com	cdn	1	reported	37
H	.claudemcpclient.com	mcp	1	reported	37
H	.claudemcpcontent.com	mcp	1	reported	37
H	mcp-proxy.anthropic.com	mcp,proxy-gateway	1	reported	41,42,43	Relays MCP calls, so the vendor sees method and server.
H	statsig.anthropic.com	telemetry,feature-flags	1	documented	44	Only older versions call it: a sighting dates the client.
H	a-api.anthropic.com	telemetry	1	reported	45	Segment behind a first-party name.
H	a-cdn.anthropic.com	cdn	1	reported	45	Serves the Segment script.
H	s-cdn.anthropic.com	telemetry	1	reported	45	Sift fraud beacon behind a first-party name.
H	assets-proxy.anthropic.com	cdn	1	reported	42,36
H	assets.claude.ai	cdn	1	reported	36
H	.clau.de	app	0	reported	37
H	.claude.app	app	1	reported	46
V	arkose	Arkose Labs	processor
H	openai-api.arkoselabs.com	auth	1	reported	47
H	.client-api.arkoselabs.com	auth	0	reported	47
V	asksage	AskSage	ai
H	api.asksage.ai	api	1	observed-in-source	1,22
V	augment	Augment	ai
H	auth.augmentcode.com	auth	1	documented	48
H	*.api.augmentcode.com	api	1	documented	48	The first label is the tenant.
H	evs.grdt.augmentcode.com	telemetry	1	documented	48	Documented as the host for analytics.
H	cdn.augmentcode.com	update	1	documented	48
H	.augmentcode.com	app	1	reported	49
V	auth0	Auth0	processor
H	anthropic.auth0.com	auth	1	reported	46
V	baidu	Baidu	ai
H	qianfan.baidubce.com	api	1	reported	50
H	ernie.baidu.com	app	1	reported	50
H	yiyan.baidu.com	app	1	reported	5
V	baseten	Baseten	ai
H	inference.baseten.co	api	1	observed-in-source	51
V	block	Block	ai
V	bunny	Bunny	platform
H	servd-anthropic-website.b-cdn.net	cdn	1	reported	37
V	bytedance	ByteDance	ai
H	ark.cn-beijing.volces.com	api	1	observed-in-source	1,52
H	ark.*.volces.com	api	1	inferred	1
H	www.doubao.com	app	1	reported	7
H	mcs.doubao.com	telemetry	1	reported	7
H	opt.doubao.com	telemetry	1	reported	7
H	logifier.doubao.com	telemetry	1	reported	7
H	api5-normal-gl.doubao.com	api	1	reported	7
H	ime.doubao.com	api	1	reported	7
H	.doubao.com	app	1	reported	53
H	.coze.com	app	1	reported	54
H	.coze.cn	app	1	reported	53
H	.ciciai.com	app	1	reported	55
H	.trae.ai	app	1	reported	54
H	.trae.cn	app	1	reported	56
H	.marscode.com	app	1	reported	54
H	api.trae.ai	api	1	reported	57	The query of the configuration request holds machine, device and user ids.
H	api-sg-central.trae.ai	api	1	reported	57
H	api-us-east.trae.ai	auth	1	reported	57
H	trae-api-us.mchost.guru	api	1	reported	57
H	trae-api-sg.mchost.guru	api,feature-flags	1	reported	57
H	lf-cdn.trae.ai	update	1	reported	57
H	mon-va.byteoversea.com	telemetry	0	reported	58,57	Intake shared with other products of the vendor.
H	maliva-mcs.byteoversea.com	telemetry	0	reported	58,57	Intake shared with other products of the vendor.
H	starling-oversea.byteoversea.com	cdn	0	reported	57
V	cerebras	Cerebras	ai
H	api.cerebras.ai	api	1	observed-in-source	1,22
H	.cerebras.ai	app	1	reported	59
V	character-ai	Character.AI	ai
H	.character.ai	app	1	reported	60
V	charm	Charm	ai
H	data.charm.land	telemetry	1	observed-in-source	61	PostHog protocol under a first-party name.
H	catwalk.charm.land	update	1	observed-in-source	62
H	hyper.charm.land	api	1	observed-in-source	63
V	chutes	Chutes	ai
H	llm.chutes.ai	api	1	observed-in-source	51
H	.chutes.ai	app	1	reported	64
V	clerk	Clerk	processor
H	clerk.roocode.com	auth	1	observed-in-source	2
V	cline	Cline	ai
H	api.cline.bot	api,mcp	1	observed-in-source	65
H	app.cline.bot	auth	1	observed-in-source	65
H	data.cline.bot	telemetry,feature-flags,crash	1	observed-in-source	66	PostHog protocol under a first-party name.
H	.cline.bot	app	1	reported	67
V	cloudflare	Cloudflare	platform
H	gateway.ai.cloudflare.com	proxy-gateway	1	observed-in-source	22,12	The path names account and gateway.
H	api.cloudflare.com	api	0	observed-in-source	22
V	coder	Coder	ai
V	coderabbit	CodeRabbit	ai
H	.coderabbit.ai	app	1	reported	12
V	cognition	Cognition	ai
H	server.self-serve.windsurf.com	api,auth	1	reported	68,69
H	server.codeium.com	api	1	reported	70,71
H	inference.codeium.com	api	1	reported	72,71
H	api.codeium.com	api	1	reported	73
H	southcentral-lb.codeium.com	api	1	reported	73
H	unleash.codeium.com	feature-flags	1	reported	68,73	Unleash flags: instance and environment in the requests.
H	.windsurf.com	app,api	1	reported	74
H	.codeium.com	app,api	1	reported	74
H	.codeiumdata.com	app,api	1	reported	74
H	.windsurf.build	app,api	1	reported	74
H	app.devin.ai	auth	1	reported	75
H	api.devin.ai	api	1	reported	75,76
H	.devin.ai	app	1	reported	12
V	cohere	Cohere	ai
H	api.cohere.com	api	1	observed-in-source	22
H	api.cohere.ai	api	1	observed-in-source	22
H	.cohere.com	app	1	reported	12
V	command-code	Command Code	ai
H	.commandcode.ai	api	1	reported	77
V	community	Community projects	platform
V	continue	Continue	ai
H	api.continue.dev	api,telemetry	1	observed-in-source	78
P	/cn/info	update,telemetry
H	.continue.dev	app	1	reported	79
V	crewai	CrewAI	ai
H	telemetry.crewai.com	telemetry	1	observed-on-wire	80	OTLP traces in protobuf, on port 4319.
H	.crewai.com	app	1	inferred	80
V	cursor	Anysphere (Cursor)	ai
H	api2.cursor.sh	api,auth,telemetry	1	reported	81,82
P	/aiserver.v1.	api
P	/auth/	auth
H	api2direct.cursor.sh	api	1	reported	81
H	api2geo.cursor.sh	api	1	reported	81
H	api3.cursor.sh	api	1	reported	81
H	api4.cursor.sh	api	1	reported	81
H	api5.cursor.sh	api	1	reported	81
H	agent.api5.cursor.sh	api	1	reported	81
H	agentn.api5.cursor.sh	api	1	reported	81
H	agent.us.api5.cursor.sh	api	1	reported	81
H	agentn.us.api5.cursor.sh	api	1	reported	81
H	agent.global.api5.cursor.sh	api	1	reported	81
H	agentn.global.api5.cursor.sh	api	1	reported	81
H	grpc.cursor.sh	api	1	reported	81
H	repo42.cursor.sh	api	1	reported	81	Upload of the code index.
H	metrics.cursor.sh	telemetry	1	reported	81
H	auth.cursor.sh	auth	1	reported	81
H	authenticate.cursor.sh	auth	1	reported	81
H	authenticator.cursor.sh	auth	1	reported	81
H	authentication.cursor.sh	auth	1	reported	81
H	prod.authentication.cursor.sh	auth	1	reported	81
H	api.cursor.com	api	1	reported	81
H	downloads.cursor.com	update	1	reported	81
H	marketplace.cursorapi.com	update	1	reported	81
H	.cursor.sh	api,app	1	reported	83
H	.cursor.com	api,app	1	reported	83
H	.cursorapi.com	api,app	1	reported	83
H	.cursor-cdn.com	cdn	1	reported	83
H	.cursorvm.com	api	1	reported	84
V	databricks	Databricks	platform
H	*.azuredatabricks.net	api	0	reported	85,86	AI only below /serving-endpoints and /ai-gateway.
H	*.cloud.databricks.com	api	0	documented	87	AI only below /serving-endpoints.
V	datadog	Datadog	processor	88
H	http-intake.logs.us5.datadoghq.com	telemetry	1	reported	43,89,90	Claude Code is reported to send allow-listed events here.
H	browser-intake-us5-datadoghq.com	telemetry	1	reported	36,46
H	browser-intake-datadoghq.com	telemetry	1	reported	91
H	rum.browser-intake-datadoghq.com	telemetry	1	reported	92
H	http-intake.logs.datadoghq.com	telemetry	1	reported	93
H	http-intake.logs.datadoghq.eu	telemetry	1	reported	93
H	http-intake.logs.us3.datadoghq.com	telemetry	1	reported	93
R	header	dd-api-key		0.9
R	query	dd-api-key		0.9
R	query	ddsource		0.6
V	deepinfra	DeepInfra	ai
H	api.deepinfra.com	api	1	observed-in-source	22
H	.deepinfra.com	app	1	reported	94
V	deepseek	DeepSeek	ai
H	api.deepseek.com	api	1	observed-in-source	1
H	chat.deepseek.com	app	1	reported	7
H	platform.deepseek.com	app	1	observed-in-source	51
H	hif-leim.deepseek.com	api	1	reported	7
H	.deepseek.com	app	1	reported	95
V	duckduckgo	DuckDuckGo	platform
H	.duck.ai	app	1	reported	12
V	elevenlabs	ElevenLabs	ai
H	api.elevenlabs.io	api	1	observed-in-source	1
V	factory	Factory	ai
H	.factory.ai	app,api	1	reported	96
V	fathom	Fathom	processor
H	cdn.usefathom.com	telemetry	0	reported	46
V	fireworks	Fireworks AI	ai
H	api.fireworks.ai	api	1	observed-in-source	2,22
H	.fireworks.ai	app	1	reported	97
V	ghost	Ghost	platform
H	anthropic-com.ghost.io	app	1	reported	46
V	github	GitHub	ai
H	github.com	auth	0	documented	98
P	/login/	auth
H	api.github.com	auth	0	documented	98,99,100
P	/copilot_internal/	auth,api
H	api.githubcopilot.com	api	1	observed-in-source	99,101,100
P	/telemetry	telemetry
P	/models	api
P	/chat/	api
P	/mcp	mcp
P	/v1/	api
H	api.individual.githubcopilot.com	api	1	documented	98,102	The name tells the plan.
H	api.business.githubcopilot.com	api	1	documented	98,103	The name tells the plan.
H	api.enterprise.githubcopilot.com	api	1	documented	98,101	The name tells the plan.
H	proxy.individual.githubcopilot.com	api	1	reported	102
H	proxy.business.githubcopilot.com	api	1	reported	104
H	proxy.enterprise.githubcopilot.com	api	1	reported	104
H	telemetry.individual.githubcopilot.com	telemetry	1	reported	105,106	Application Insights envelopes.
H	telemetry.business.githubcopilot.com	telemetry	1	reported	104,103
H	telemetry.enterprise.githubcopilot.com	telemetry	1	reported	104
H	origin-tracker.individual.githubcopilot.com	api	1	reported	102
H	.githubcopilot.com	api	1	documented	98
H	.individual.githubcopilot.com	api	1	documented	98
H	.business.githubcopilot.com	api	1	documented	98
H	.enterprise.githubcopilot.com	api	1	documented	98
H	copilot-proxy.githubusercontent.com	api	1	documented	98
H	origin-tracker.githubusercontent.com	api	1	documented	98
H	copilot-telemetry.githubusercontent.com	telemetry	1	documented	98,99	Application Insights envelopes.
H	copilot-telemetry-service.githubusercontent.com	telemetry	1	reported	107,108
H	collector.github.com	telemetry	0	documented	98,109
H	*.ghe.com	api,auth	0	documented	98	The first label is the tenant and names the company.
H	copilot-workspace.githubnext.com	app	1	reported	107
H	.copilot.github.com	app	1	reported	110
H	raw.githubusercontent.com	cdn	0	observed-on-wire	111
H	.githubusercontent.com	cdn	0	inferred	112
H	.github.com	app	0	inferred	113
V	gitlab	GitLab	platform
V	google	Google	ai
H	storage.googleapis.com	update	0	documented	31,114,115
H	generativelanguage.googleapis.com	api	1	observed-in-source	116,117
H	aiplatform.googleapis.com	api	1	observed-in-source	39
H	*-aiplatform.googleapis.com	api	1	observed-in-source	39	The first label tells the region.
H	aiplatform.us.rep.googleapis.com	api	1	observed-in-source	116
H	aiplatform.eu.rep.googleapis.com	api	1	observed-in-source	116
H	cloudcode-pa.googleapis.com	api,telemetry	1	observed-in-source	116,117	Inference and usage recording of Code Assist share this name.
P	/v1internal:record	telemetry
P	/v1internal:	api
H	daily-cloudcode-pa.googleapis.com	api	1	observed-in-source	39,117
H	daily-cloudcode-pa.sandbox.googleapis.com	api	1	observed-in-source	39
H	cloudaicompanion.googleapis.com	api	1	reported	117
H	play.googleapis.com	telemetry	0	observed-in-source	118,119	Clearcut intake, shared by all of Google's products.
H	oauth2.googleapis.com	auth	0	observed-in-source	39
H	accounts.google.com	auth	0	observed-in-source	116
H	www.googleapis.com	auth	0	observed-in-source	39
H	.antigravity.google	app	1	reported	117
H	antigravity.googleapis.com	api	1	reported	117
H	antigravity-pa.googleapis.com	api	1	reported	117
H	.antigravity-unleash.goog	feature-flags	1	reported	117,119
H	antigravity-hub-auto-updater-974169037036.us-central1.run.app	update	1	observed-in-source	120,114
H	lh3.googleusercontent.com	cdn	0	reported	121
H	.gemini.google.com	app	1	reported	117
H	.aistudio.google.com	app	1	reported	117
H	.makersuite.google.com	app	1	reported	117
H	.bard.google.com	app	1	reported	117
H	.notebooklm.google.com	app	1	reported	117
H	.notebooklm.google	app	1	reported	117
H	.jules.google.com	app	1	reported	117
H	.jules.google	app	1	reported	117
H	.labs.google.com	app	0	reported	117
H	.ai.studio	app	1	reported	117
H	alkalimakersuite-pa.clients6.google.com	api	1	reported	117
H	alkalicore-pa.clients6.google.com	api	1	reported	117
H	webchannel-alkalimakersuite-pa.clients6.google.com	api	1	reported	117
H	notebooklm-pa.googleapis.com	api	1	reported	117
H	geller-pa.googleapis.com	api	0	reported	117
H	proactivebackend-pa.googleapis.com	api	0	reported	117
H	robinfrontend-pa.googleapis.com	api	1	reported	117
H	aisandbox-pa.googleapis.com	api	1	reported	117
H	aicode.googleapis.com	api	1	reported	117
H	aida.googleapis.com	api	1	reported	117
H	gemini.gstatic.com	cdn	1	reported	117
H	.deepmind.google	app	1	reported	117
H	clients2.google.com	update	0	observed-on-wire	122
H	update.googleapis.com	update	0	observed-on-wire	122
H	redirector.gvt1.com	cdn	0	observed-on-wire	122
H	.google.com	app	0	inferred	122
H	.googleapis.com	api	0	inferred	122
H	.gvt1.com	cdn	0	inferred	122
H	.gstatic.com	cdn	0	inferred	122
H	.googleusercontent.com	cdn	0	inferred	122
V	groq	Groq	ai
H	api.groq.com	api	1	observed-in-source	1,22
H	.groq.com	app	1	reported	123
V	growthbook	GrowthBook	processor	124,125
H	cdn.growthbook.io	feature-flags	1	reported	46
R	path		^/api/(?:eval|features)/sdk-[A-Za-z0-9]+$	0.7
V	helicone	Helicone	processor
H	ai-gateway.helicone.ai	proxy-gateway,telemetry	1	documented	126,127
H	oai.helicone.ai	proxy-gateway,telemetry	1	documented	128
H	us.helicone.ai	app	1	reported	129
V	honeycomb	Honeycomb	processor
H	api.honeycomb.io	telemetry	1	reported	130,131
H	api.eu1.honeycomb.io	telemetry	1	reported	130
V	huawei	Huawei	platform
H	infer-modelarts.cn-southwest-2.myhuaweicloud.com	api	1	observed-in-source	1
V	hugging-face	Hugging Face	ai
H	router.huggingface.co	api	1	observed-in-source	51
H	.huggingface.co	api,telemetry,cdn	1	observed-in-source	132	Libraries report usage with HEAD requests below /api/telemetry.
P	/api/telemetry/	telemetry
H	.hf.co	cdn	1	observed-in-source	132,133
H	.hf.space	app	0	reported	133
H	api.endpoints.huggingface.cloud	api	1	observed-in-source	132
H	*.endpoints.huggingface.cloud	api	1	documented	134	The labels are endpoint, region and cloud.
V	ibm	IBM	platform
H	us-south.ml.cloud.ibm.com	api	1	observed-in-source	22
H	*.ml.cloud.ibm.com	api	1	documented	135
V	iflytek	iFlytek	ai
H	spark-api-open.xf-yun.com	api	1	reported	136,137
H	xinghuo.xfyun.cn	app	1	reported	5
V	imgix	imgix	platform
H	openaicom.imgix.net	cdn	1	reported	91
V	inception	Inception	ai
H	api.inceptionlabs.ai	api	1	observed-in-source	22
V	intercom	Intercom	processor
H	.intercom.io	app	0	reported	138,46
H	.intercomcdn.com	cdn	0	reported	138
V	jetbrains	JetBrains	ai
H	api.jetbrains.ai	api	1	reported	139,140
H	junie.jetbrains.com	app	1	reported	139
H	ingrazzio-cloud-prod.labs.jb.gg	api	1	reported	139
H	resources.jetbrains.com	update	0	reported	139
H	auth.grazie.ai	auth	1	reported	141
H	.jetbrains.ai	api	1	reported	142
H	.grazie.ai	api	1	reported	142
H	.grazie.aws.intellij.net	api	1	reported	142
V	jina	Jina	ai
H	api.jina.ai	api	1	observed-in-source	22
V	kilo	Kilo	ai
H	api.kilo.ai	proxy-gateway	1	observed-in-source	1
H	.kilo.ai	app	1	reported	143
V	langchain	LangChain	processor
H	api.smith.langchain.com	telemetry	1	observed-in-source	144
H	.langchain.com	app	0	reported	145
V	langfuse	Langfuse	processor	146
H	cloud.langfuse.com	telemetry	1	observed-in-source	146
R	header	x-langfuse-sdk-name		0.9
R	path		^/api/public/(?:ingestion|otel/v1/traces)$	0.7
V	launchdarkly	LaunchDarkly	processor	147
H	clientsdk.launchdarkly.com	feature-flags	1	reported	148,149
H	clientstream.launchdarkly.com	feature-flags	1	reported	148,149
H	app.launchdarkly.com	feature-flags	0	reported	148,149
H	events.launchdarkly.com	telemetry	1	reported	148,149
H	mobile.launchdarkly.com	telemetry	1	reported	148,149
H	.launchdarkly.com	feature-flags	1	reported	47
R	header	x-launchdarkly-event-schema		0.9
R	header	x-launchdarkly-user-agent		0.9
R	path		^/sdk/evalx/	0.6
V	litellm	BerriAI (LiteLLM)	ai
H	localhost:4000	proxy-gateway	1	observed-in-source	1	Its proxy on the same machine, where a base URL may point.
V	livekit	LiveKit	processor
H	.chatgpt.livekit.cloud	api	1	reported	91
H	.host.livekit.cloud	api	0	reported	91
H	.turn.livekit.cloud	api	0	reported	91
V	lm-studio	LM Studio	ai
H	.lmstudio.ai	update	1	reported	150
H	localhost:1234	api	1	observed-in-source	1	The server on the same machine; seen only in captures of the loopback.
V	lovable	Lovable	ai
H	.lovable.dev	app	1	reported	151
V	manus	Manus	ai
H	.manus.im	app	1	reported	152
V	mcp	MCP project	platform
H	.modelcontextprotocol.io	mcp	0	reported	46
V	meta	Meta	ai
H	.meta.ai	app	1	reported	12
V	microsoft	Microsoft	ai
H	chatgpt-async-webps-prod-*.webpubsub.azure.com	api	1	reported	91
H	openaiassets.blob.core.windows.net	cdn	1	reported	91
H	openaicomproductionae4b.blob.core.windows.net	cdn	1	reported	91
H	production-openaicom-storage.azureedge.net	cdn	1	reported	91
H	openaiapi-site.azureedge.net	cdn	1	reported	91
H	openaicom-api-bdcpf8c6d2e9atf6.z01.azurefd.net	cdn	1	reported	91
H	default.exp-tas.com	feature-flags	0	documented	98,99
H	.exp-tas.com	feature-flags	0	reported	153
H	copilotprodattachments.blob.core.windows.net	cdn	1	reported	107
H	dc.services.visualstudio.com	telemetry	1	observed-in-source	99
H	mobile.events.data.microsoft.com	telemetry	0	observed-in-source	99
H	*.in.applicationinsights.azure.com	telemetry	1	reported	43,154
H	embeddings.vscode-cdn.net	cdn	1	observed-in-source	99
H	main.vscode-cdn.net	cdn	0	observed-in-source	99
H	marketplace.visualstudio.com	update	0	observed-in-source	155
H	update.code.visualstudio.com	update	0	observed-in-source	155
H	.copilot.microsoft.com	app	1	reported	12
H	.copilot.cloud.microsoft	app	1	reported	12
H	sydney.bing.com	api	1	reported	156
H	*.openai.azure.com	api	1	observed-in-source	22,51	The first label is the customer's resource.
H	*.cognitiveservices.azure.com	api	1	observed-in-source	22,99	The first label is the customer's resource.
H	*.services.ai.azure.com	api	1	documented	22,2,157	The first label is the customer's resource.
H	.applicationinsights.io	telemetry	1	reported	153
H	*.models.ai.azure.com	api	1	documented	158,159	The first labels are resource and region.
H	*.inference.ml.azure.com	api	1	documented	160	The first labels are endpoint and region.
V	midjourney	Midjourney	ai
H	.midjourney.com	app	1	reported	12
V	minimax	MiniMax	ai
H	api.minimax.io	api	1	observed-in-source	1,161
H	api.minimaxi.com	api	1	observed-in-source	1,161
H	.minimax.io	app	1	reported	5,12
H	.minimaxi.com	app	1	reported	5,12
H	.hailuoai.com	app	1	reported	5,12
V	mistral	Mistral AI	ai
H	api.mistral.ai	api,telemetry	1	observed-in-source	1,162	Usage events of Vibe go to a path of the API itself.
P	/v1/datalake/events	telemetry
P	/v1/	api
H	codestral.mistral.ai	api	1	observed-in-source	22,2
H	console.mistral.ai	auth	1	observed-in-source	162
H	chat.mistral.ai	app	1	observed-in-source	162
H	experiments.mistral.services	feature-flags	1	observed-in-source	162
H	.mistral.ai	app	1	reported	12
V	mixpanel	Mixpanel	processor
H	api.mixpanel.com	telemetry	1	reported	30,163
H	decide.mixpanel.com	feature-flags	1	reported	164
V	moonshot	Moonshot AI	ai
H	api.moonshot.ai	api	1	observed-in-source	1,165
H	api.moonshot.cn	api	1	observed-in-source	1,165
H	api.kimi.com	api	1	observed-in-source	165,39
H	auth.kimi.com	auth	1	observed-in-source	165
H	telemetry-logs.kimi.com	telemetry	1	observed-in-source	166	Events carry the device id.
H	cdn.kimi.com	update	1	observed-in-source	165
H	code.kimi.com	update	1	observed-in-source	165
H	.kimi.com	app	1	reported	167
H	.moonshot.cn	app	1	reported	167
H	.moonshot.ai	app	1	reported	167
V	nebius	Nebius	ai
H	api.studio.nebius.ai	api	1	observed-in-source	22
V	ngrok	ngrok	platform
H	gateway.ngrok.ai	proxy-gateway	1	documented	168
V	nous	Nous Research	ai
H	inference-api.nousresearch.com	api	1	observed-in-source	1,22
V	novita	Novita	ai
H	api.novita.ai	api	1	observed-in-source	22
H	.novita.ai	app	1	reported	169
V	nvidia	NVIDIA	ai
H	integrate.api.nvidia.com	api	1	observed-in-source	22,51
V	ollama	Ollama	ai
H	.ollama.com	api,update	1	observed-in-source	51,170
H	localhost:11434	api	1	observed-in-source	1	The server on the same machine; seen only in captures of the loopback.
V	openai	OpenAI	ai
H	api.openai.com	api	1	observed-in-source	39,1,171
H	chatgpt.com	app,api	1	observed-in-source	39,171	Codex with a ChatGPT login uses paths under /backend-api/codex.
P	/backend-api/plugins	api
P	/backend-api/codex	api
P	/backend-api/	api
H	ab.chatgpt.com	telemetry,feature-flags	1	observed-in-source	172,171	Statsig under the vendor's own name; Codex exports OTLP metrics here.
P	/otlp	telemetry
H	auth.openai.com	auth	1	observed-in-source	39
H	auth0.openai.com	auth	1	reported	173
H	setup.auth.openai.com	auth	1	reported	174
H	platform.openai.com	app	1	observed-in-source	51
H	chat.openai.com	app	1	reported	173
H	ios.chat.openai.com	app	1	reported	173
H	tcr9i.chat.openai.com	auth	1	reported	92
H	.openai.com	api,app	1	reported	91
H	.chatgpt.com	app,api	1	reported	91
H	.oaistatic.com	cdn	1	reported	91
H	.oaiusercontent.com	cdn	1	reported	91
H	.oaistatsig.com	telemetry,feature-flags	1	reported	91	Statsig under the vendor's own name.
H	.chatgpt.site	app	0	reported	91
H	.chat.com	app	1	reported	91
H	.sora.com	app	1	reported	91
H	.crixet.com	app	1	reported	91
V	openclaw	OpenClaw	ai
H	.openclaw.ai	app	1	reported	12
V	opencode	Anomaly (OpenCode)	ai
H	.opencode.ai	api,app	1	observed-in-source	175,51
P	/zen/	api
H	models.dev	update	1	observed-in-source	51
V	openrouter	OpenRouter	ai
H	openrouter.ai	proxy-gateway	1	observed-in-source	1,2	Resells many vendors' models; HTTP-Referer and X-Title name the calling application.
V	opentelemetry	OpenTelemetry	platform
H	*:4317	telemetry	0	documented	176	OTLP over gRPC, at a collector of the customer's choice.
H	*:4318	telemetry	0	documented	176	OTLP over HTTP (/v1/traces, /v1/metrics, /v1/logs), at a collector of the customer's choice.
V	oracle	Oracle	platform
H	code.aiservice.us-chicago-1.oci.oraclecloud.com	api	1	observed-in-source	1
H	inference.generativeai.*.oci.oraclecloud.com	api	1	documented	177
V	ovh	OVH	platform
H	oai.endpoints.kepler.ai.cloud.ovh.net	api	1	observed-in-source	22
V	perplexity	Perplexity	ai
H	api.perplexity.ai	api	1	reported	178
H	.perplexity.ai	app	1	reported	179
H	.perplexity.com	app	1	reported	179
H	.pplx.ai	app	1	reported	179
H	ppl-ai-file-upload.s3.amazonaws.com	cdn	1	reported	179
H	pplx-res.cloudinary.com	cdn	1	reported	179
V	phind	Phind	ai
H	.phind.com	app	1	reported	180
V	poolside	Poolside	ai
H	inference.poolside.ai	api	1	observed-in-source	51
V	portkey	Portkey	ai
H	.portkey.ai	proxy-gateway	1	reported	7
H	api.portkey.ai	proxy-gateway,telemetry	1	documented	181,182
V	posthog	PostHog	processor	183
H	us.i.posthog.com	telemetry	1	observed-in-source	184,185,186,183
P	/capture	telemetry
P	/decide	feature-flags
P	/batch	telemetry
P	/flags	feature-flags
H	eu.i.posthog.com	telemetry	1	reported	187
H	.i.posthog.com	telemetry,feature-flags	1	reported	187
R	body	$.api_key	^phc_	0.8
R	body	$.token	^phc_	0.8
R	body	$.batch[*].properties.$lib	^posthog-	0.8
V	qualtrics	Qualtrics	processor
H	openai.qualtrics.com	telemetry	1	reported	91
V	quora	Quora (Poe)	ai
H	.poe.com	app	1	reported	188
H	.poecdn.net	cdn	1	reported	188
V	replicate	Replicate	ai
H	.replicate.com	api,cdn	1	reported	189
H	.replicate.delivery	api,cdn	1	reported	189
V	replit	Replit	ai
H	.replit.com	app,api	1	reported	190
H	.repl.it	app,api	0	reported	190
H	.repl.co	app,api	0	reported	190
H	.replit.dev	app,api	0	reported	190
H	.replit.app	app,api	0	reported	190
V	requesty	Requesty	ai
H	router.requesty.ai	proxy-gateway	1	observed-in-source	2
V	roo	Roo Code	ai
H	ph.roocode.com	telemetry	1	observed-in-source	191	PostHog protocol under a first-party name.
H	app.roocode.com	app,telemetry	1	observed-in-source	2
P	/api/extension-settings	feature-flags
P	/api/events	telemetry
H	api.roocode.com	proxy-gateway	1	observed-in-source	2
V	rudderstack	RudderStack	processor
H	.dataplane.rudderstack.com	telemetry	1	reported	192,193
V	sambanova	SambaNova	ai
H	api.sambanova.ai	api	1	observed-in-source	1,2
V	scaleway	Scaleway	platform
H	api.scaleway.ai	api	1	observed-in-source	22
V	segment	Twilio Segment	processor	194
H	.segment.io	telemetry	0	reported	195
H	.segment.com	telemetry	0	reported	195
H	api.segment.io	telemetry	1	reported	196
H	cdn-settings.segment.com	cdn	0	reported	196
R	path		^/v1/(?:b|batch|t|track|i|identify|p|page)$	0.4
R	body	$.writeKey		0.5
R	body	$.batch[*].context.library.name	^(?:analytics\.js|analytics-(?:node|python|go|ruby|java)|@segment/)	0.6
V	sentry	Sentry	processor	197,198
H	o4507101628137472.ingest.de.sentry.io	crash	1	observed-in-source	199		mistral
H	o1158394.ingest.us.sentry.io	crash	1	reported	36		anthropic
H	o33249.ingest.us.sentry.io	crash	1	observed-in-source	200,201		openai
H	o33249.ingest.sentry.io	crash	1	reported	91		openai
H	o207216.ingest.sentry.io	crash	1	reported	92
H	.sentry.io	crash	1	documented	202,44
H	o*.ingest.*.sentry.io	crash	1	observed-in-source	200,36,198
H	o*.ingest.sentry.io	crash	1	observed-in-source	200,36
H	.sentry-cdn.com	cdn	0	reported	202
R	header	x-sentry-auth		0.9
R	query	sentry_key		0.8
R	path		^/api/[0-9]+/(?:envelope|store|minidump)/	0.7
R	body	$.dsn	^https?://[0-9a-f]{32}@	0.8
V	siliconflow	SiliconFlow	ai
H	api.siliconflow.cn	api	1	observed-in-source	22
H	.siliconflow.com	app	1	reported	203
V	snowflake	Snowflake	platform
H	*.snowflakecomputing.com	api	0	documented	204,205	The first label is the account. Models answer below /api/v2/cortex.
V	sourcegraph	Sourcegraph	ai
H	.sourcegraph.com	api,app	0	reported	206
H	.cody.dev	api,app	1	reported	206
H	.ampcode.com	api,app	1	reported	206
H	.ampworkers.com	api,app	1	reported	206
V	stackblitz	StackBlitz	ai
H	.bolt.new	app	1	reported	207
V	statsig	Statsig	processor	208,209
H	api.statsig.com	telemetry,feature-flags	1	reported	47
H	events.statsigapi.net	telemetry	1	reported	47
H	.statsigapi.net	telemetry,feature-flags	1	reported	47,46
H	.featuregates.org	feature-flags	1	reported	47
H	.featureassets.org	feature-flags	1	reported	174
H	.prodregistryv2.org	feature-flags	1	reported	174
P	/v1/log_event	telemetry
H	api.statsigcdn.com	feature-flags	1	observed-on-wire	208
P	/v2/download_config_specs	feature-flags
H	prodregistryv2.org	telemetry,feature-flags	1	observed-on-wire	208
P	/v1/log_event	telemetry
R	header	statsig-api-key		0.9
R	header	statsig-sdk-type		0.7
R	body	$.statsigMetadata.sdkType		0.8
V	stepfun	StepFun	ai
H	.stepfun.com	app	1	reported	210
H	.stepfun.ai	app	1	reported	210
H	platform.stepfun.com	app	1	observed-in-source	51
V	tabbyml	TabbyML	ai
H	app.tabbyml.com	telemetry	1	observed-in-source	211
V	tabnine	Tabnine	ai
H	api.tabnine.com	api	1	reported	212,213
H	update.tabnine.com	update	1	reported	213
H	.tabnine.com	app	1	reported	214
V	tencent	Tencent	ai
H	api.hunyuan.cloud.tencent.com	api	1	reported	215
H	hunyuan.tencentcloudapi.com	api	1	reported	215
H	copilot.tencent.com	api,telemetry	1	reported	216,217
P	/v2/report	telemetry
P	/v2/chat	api
H	www.codebuddy.ai	api	1	reported	217
H	.codebuddy.cn	app	1	reported	5
H	.yuanbao.tencent.com	app	1	reported	5
H	.hunyuan.tencent.com	app	1	reported	5
H	tokenhub.tencentmaas.com	api	1	observed-in-source	51
V	together	Together AI	ai
H	api.together.xyz	api	1	observed-in-source	1,22
H	api.together.ai	api	1	observed-in-source	51
H	.together.ai	app	1	reported	218
H	.together.xyz	app	1	reported	218
V	unbound	Unbound	ai
H	api.getunbound.ai	proxy-gateway	1	observed-in-source	2
V	venice	Venice AI	ai
H	api.venice.ai	api	1	observed-in-source	22
V	vercel	Vercel	ai
H	api.v0.dev	api	1	observed-in-source	1
H	.v0.app	app	1	reported	219
H	.v0.dev	app	1	reported	219
H	ai-gateway.vercel.sh	proxy-gateway	1	observed-in-source	1,2
V	voyage	Voyage AI	ai
H	api.voyageai.com	api	1	observed-in-source	22
V	wandb	Weights & Biases	processor
H	api.wandb.ai	telemetry	1	documented	220
H	api.forge.coreweave.com	telemetry	1	observed-on-wire	221
V	warp	Warp	ai
H	app.warp.dev	api,app,update	1	reported	222,223
P	/graphql/	api
H	rtc.app.warp.dev	api	1	reported	222
H	sessions.app.warp.dev	api	1	reported	222
H	oz.warp.dev	app	1	reported	222
V	workos	WorkOS	processor
H	setup.workos.com	auth	0	reported	92
H	cdn.workos.com	cdn	0	reported	224
V	xai	xAI	ai
H	api.x.ai	api	1	documented	1,39,115
H	auth.x.ai	auth	1	documented	39,115
H	accounts.x.ai	auth	1	observed-in-source	39
H	cli-chat-proxy.grok.com	api,telemetry	1	documented	39,225,115,226,227	Carries inference, session storage and traces.
P	/v1/responses	api
P	/v1/storage	telemetry
P	/v1/traces	telemetry
H	eu-west-1.api.x.ai	api	1	reported	228
H	mtls.api.x.ai	api	1	reported	228
H	vidgen.x.ai	cdn	1	observed-in-source	39
H	.x.ai	app	1	documented	229,115
H	.grok.com	app	1	reported	229
H	.grok.x.com	app	1	reported	229
H	.grokipedia.com	app	1	reported	229
H	code.grok.com	app	1	documented	115
H	assets.grok.com	cdn	1	documented	115
H	files.grok.com	app	1	reported	230
H	connectors-gateway.grok.com	mcp	1	reported	230
V	xiaomi	Xiaomi	ai
H	api.xiaomimimo.com	api	1	observed-in-source	22,51
H	token-plan-cn.xiaomimimo.com	api	1	observed-in-source	39,51
V	you	You.com	ai
H	.you.com	app	0	reported	231
V	zed	Zed Industries	ai
H	.zed.dev	app,api	1	reported	232
H	cloud.zed.dev	api	1	reported	233,234
V	zenmux	ZenMux	ai
H	zenmux.ai	proxy-gateway	1	observed-in-source	51
V	zhipu	Zhipu (Z.ai)	ai
H	open.bigmodel.cn	api	1	observed-in-source	1,2,52
H	api.z.ai	api	1	observed-in-source	1,2
H	.bigmodel.cn	app	1	reported	5
H	.z.ai	app	1	reported	5
H	.chatglm.cn	app	1	reported	5
H	.zhipuai.cn	app	1	reported	5
T	aider	Aider	aider	agent			235,112	Model calls go through LiteLLM and carry the header of that or of the vendor's SDK.	us.i.posthog.com,raw.githubusercontent.com	observed-on-wire
M	user-agent		Aider/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	x-title	^Aider$	0.9
M	header	http-referer	^https://aider\.chat	0.9
M	body	$.batch[*].properties.aider_version	^(.+)$	0.95	.i.posthog.com
M	body	$.messages[*].content	^Act as an expert software developer\.\nAlways use best practices when coding	0.8
M	body	$.api_key	^phc_99T7muzafUMMZX15H8XePbMSreEUzahHbtWjy3l5Qbv$	0.9
T	amazon-q-cli	Amazon Q Developer CLI	amazon	agent			236		q.us-east-1.amazonaws.com,q.eu-central-1.amazonaws.com,client-telemetry.us-east-1.amazonaws.com,oidc.*.amazonaws.com,cognito-identity.us-east-1.amazonaws.com	observed-in-source
M	user-agent		app/AmazonQ-For-CLI	0.95
M	header	x-amz-user-agent	app/AmazonQ-For-CLI	0.9
T	anthropic-sdk	Anthropic SDK	anthropic	sdk			237,238	Names the library, not the program on top of it.	api.anthropic.com	observed-on-wire
M	user-agent		^(?:Async)?Anthropic/(?:Python|JS|Go|Java|Ruby|TypeScript) (\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	antigravity	Antigravity	google	agent			239,119		cloudcode-pa.googleapis.com,daily-cloudcode-pa.googleapis.com,antigravity-unleash.goog,play.googleapis.com,antigravity-hub-auto-updater-974169037036.us-central1.run.app	observed-in-source
M	user-agent		^antigravity/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	augment	Augment Code	augment	agent			48	Form of the User-Agent not verified.	*.api.augmentcode.com,auth.augmentcode.com,evs.grdt.augmentcode.com,cdn.augmentcode.com	documented
M	user-agent		(?i)augment	0.7	.augmentcode.com
T	aws-q-ide	Amazon Q in IDEs	amazon	agent			240		codewhisperer.us-east-1.amazonaws.com,client-telemetry.us-east-1.amazonaws.com	observed-in-source
M	user-agent		^aws-sdk-(?:nodejs|js)/	0.6	codewhisperer.us-east-1.amazonaws.com
M	header	x-amzn-codewhisperer-optout		0.5
T	aws-sdk	AWS SDK at Bedrock	amazon	sdk			241,242		bedrock-runtime.*.amazonaws.com	observed-in-source
M	user-agent		^(?:aws-sdk-[a-z]+|Boto3)/([^ ]+)	0.7	bedrock-runtime.*.amazonaws.com
T	chatgpt-web	ChatGPT	openai	web			91,243		chatgpt.com,ab.chatgpt.com,oaistatic.com,oaiusercontent.com,browser-intake-datadoghq.com,o33249.ingest.sentry.io,chatgpt.livekit.cloud	observed-on-wire
M	user-agent		^Mozilla/5\.0	0.8	.chatgpt.com,chat.openai.com
M	user-agent		ChatGPT/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	oai-device-id		0.8
M	header	origin	^https://chatgpt\.com$	0.7
M	header	referer	^https://chatgpt\.com/	0.6
T	claude-code	Claude Code	anthropic	agent	x-claude-code-session-id	$.metadata.user_id/$.session_id|$.events[*].event_data.session_id|$.attributes.sessionId	244,245,246,247,176,89,248,34	Runs on Bun or Node; a gateway of another vendor sees the same headers.	api.anthropic.com,claude.ai,platform.claude.com,downloads.claude.ai,http-intake.logs.us5.datadoghq.com,mcp-proxy.anthropic.com,statsig.anthropic.com,sentry.io	observed-on-wire	x-claude-code-agent-id
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
T	claude-desktop	Claude Desktop	anthropic	app			249,36,45	By the convention of Electron applications; not seen on the wire.	claude.ai,api.anthropic.com,a-api.anthropic.com,a-cdn.anthropic.com,s-cdn.anthropic.com,browser-intake-us5-datadoghq.com,o1158394.ingest.us.sentry.io,bridge.claudeusercontent.com,downloads.claude.ai,widget.intercom.io	reported
M	user-agent		Claude/(\d+\.\d+\.\d+[^ ;,()/]*) .*Electron/	0.9
M	user-agent		 Claude/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	x-sentry-auth	sentry_key=2f98127cbffe4740b1f767a2de77d23b	0.9
T	claude-web	claude.ai	anthropic	web			45		claude.ai,a-api.anthropic.com,a-cdn.anthropic.com,s-cdn.anthropic.com	reported
M	user-agent		^Mozilla/5\.0	0.7	.claude.ai
M	header	anthropic-client-platform	^web	0.8
M	header	origin	^https://claude\.ai$	0.7
T	cline	Cline	cline	agent	x-task-id		250		api.cline.bot,app.cline.bot,data.cline.bot	observed-in-source
M	user-agent		^Cline/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-title	^Cline$	0.8
M	header	http-referer	^https://cline\.bot	0.8
M	host		^data\.cline\.bot$	0.7
T	cliproxyapi	CLIProxyAPI	community	proxy			251	Normally imitates the client whose subscription it relays: a tool is never proven by its headers.		observed-in-source
M	user-agent		^CLIProxyAPI/	0.9
T	codebuddy	CodeBuddy	tencent	agent			216		copilot.tencent.com,www.codebuddy.ai,codebuddy.cn	reported
M	user-agent		WorkBuddy/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	x-domain	^copilot\.tencent\.com$	0.8
T	codex	Codex	openai	agent	session-id,session_id	$.prompt_cache_key	252,253,209,254,200,255,256,171		chatgpt.com,api.openai.com,auth.openai.com,ab.chatgpt.com,o33249.ingest.us.sentry.io,github.com,api.github.com	observed-on-wire	thread-id
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
T	continue	Continue	continue	agent			257,258		api.continue.dev	observed-in-source
M	user-agent		^Continue/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	x-continue-unique-id		0.9
M	header	http-referer	^https://www\.continue\.dev	0.8
M	body	$.api_key	^phc_JS6XFROuNbhJtVCEdTSYk6gl5ArRrTNMpCcguAXlSPs$	0.9
T	copilot-cli	GitHub Copilot CLI	github	agent	x-client-session-id		43,259,100		.githubcopilot.com,*.in.applicationinsights.azure.com,api.github.com	observed-on-wire
M	user-agent		^copilot/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-mcp-host	^copilot-cli$	0.9
M	header	copilot-integration-id	^copilot-	0.7
M	user-agent		^_br/JS 	0.3
M	path		^/copilot_internal/	0.4	api.github.com
M	body	$.messages[*].content	^You are the GitHub Copilot CLI	0.9
M	body	$.params.clientInfo.name	^github-copilot-developer$	0.8
T	copilot-vscode	GitHub Copilot in VS Code	github	agent	vscode-sessionid,x-interaction-id		260,261,259		.githubcopilot.com,copilot-telemetry.githubusercontent.com,default.exp-tas.com,dc.services.visualstudio.com,mobile.events.data.microsoft.com,api.github.com	observed-in-source
M	user-agent		^GitHubCopilotChat/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^GithubCopilot/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	copilot-integration-id	^vscode-chat$	0.8
M	header	editor-plugin-version	^copilot(?:-chat)?/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
M	header	vscode-machineid		0.4	.githubcopilot.com
M	header	editor-version	^vscode/	0.5	.githubcopilot.com,api.github.com
T	crewai	CrewAI	crewai	framework			80	Model calls carry the User-Agent of the vendor's SDK.	telemetry.crewai.com	observed-on-wire
M	host		^telemetry\.crewai\.com$	0.95
M	body	$.messages[*].content	\nYour personal goal is: 	0.8
M	body	$.messages[*].content	This is the expected criteria for your final answer: 	0.8
M	body	$.input[*].content	This is the expected criteria for your final answer: 	0.8
M	body	$.instructions	\nYour personal goal is: 	0.6
T	crush	Crush	charm	agent			262		data.charm.land,catwalk.charm.land,hyper.charm.land	observed-in-source
M	user-agent		^crush/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	host		^(?:data|catwalk)\.charm\.land$	0.7
T	cursor	Cursor	cursor	agent	x-session-id		263,264,265,266,43,259		api2.cursor.sh,api3.cursor.sh,api4.cursor.sh,*.api5.cursor.sh,repo42.cursor.sh,metrics.cursor.sh,authenticator.cursor.sh,marketplace.cursorapi.com	reported
M	user-agent		^connect-es/	0.5	.cursor.sh
M	header	x-cursor-client-version	^(.+)$	0.95
M	header	x-cursor-checksum		0.9
M	header	x-ghost-mode		0.6
M	header	x-cursor-timezone		0.8
M	header	x-cursor-client-type		0.8
T	devin	Devin	cognition	agent			75	Form of the User-Agent not verified.	api.devin.ai,app.devin.ai	reported
M	user-agent		(?i)devin	0.7	.devin.ai
T	gemini-cli	Gemini CLI	google	agent			267,268,269		generativelanguage.googleapis.com,cloudcode-pa.googleapis.com,play.googleapis.com,aiplatform.googleapis.com	observed-in-source
M	user-agent		^GeminiCLI(?:-[^/]+)?/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^CloudCodeVSCode/(\d+\.\d+\.\d+[^ ;,()/]*) .*proxy_client=geminicli	0.9
M	header	x-gemini-api-privileged-user-id		0.7
M	body	$[*].log_source_name	^CONCORD$	0.4	play.googleapis.com
M	body	$[*].log_event[*][*].source_extension_json/$.console_type	^GEMINI_CLI$	0.9
M	body	$.params.clientInfo.name	^gemini-cli	0.8
M	body	$.resourceMetrics[*].resource.attributes[*].value.stringValue	^gemini-cli$	0.8
M	body	$.resourceLogs[*].resource.attributes[*].value.stringValue	^gemini-cli$	0.8
T	glab	GitLab CLI driven by an agent	gitlab	app			270,271	No AI client: it tells which agent drives it.		documented
M	user-agent		^glab/v?([^ ]+) \([^)]*\) Coding-Agent/	0.9
T	google-genai-sdk	Google Gen AI SDK	google	sdk			272,273	Names the library, not the program on top of it.	generativelanguage.googleapis.com,aiplatform.googleapis.com	observed-on-wire
M	user-agent		^google-genai-sdk/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	header	x-goog-api-client	^google-genai-sdk/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	goose	Goose	block	agent			185	Form of the User-Agent not verified.	us.i.posthog.com	observed-in-source
M	user-agent		^goose/(\d+\.\d+\.\d+[^ ;,()/]*)	0.8
T	grok-cli	Grok Build	xai	agent			251,225,115,274,275,276	Form of the User-Agent not verified; the host is its own.	cli-chat-proxy.grok.com,auth.x.ai,api.x.ai,code.grok.com,assets.grok.com,x.ai,storage.googleapis.com,api.mixpanel.com	documented
M	user-agent		(?i)^grok[^/]*/(\d+\.\d+\.\d+[^ ;,()/]*)	0.7
M	host		^cli-chat-proxy\.grok\.com$	0.8
T	huggingface-hub	huggingface_hub	hugging-face	sdk			277		huggingface.co,hf.co,router.huggingface.co	observed-in-source
M	user-agent		hf_hub/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	jetbrains-ai	JetBrains AI Assistant and Junie	jetbrains	agent			278,139,279	Sends no telling User-Agent to other endpoints.	api.jetbrains.ai,junie.jetbrains.com,ingrazzio-cloud-prod.labs.jb.gg	reported
M	header	grazie-agent		0.9
M	header	grazie-authenticate-jwt		0.8
M	header	jb-access-token		0.7
T	kilo-code	Kilo Code	kilo	agent	x-kilocode-taskid		280,259		api.kilo.ai	observed-in-source
M	user-agent		^[Kk]ilo-?[Cc]ode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	originator	^kilo-code$	0.9
M	header	x-kilocode-taskid		0.9
T	kimi-cli	Kimi CLI	moonshot	agent			281,282	Sends the machine's name in a header.	api.kimi.com,auth.kimi.com,telemetry-logs.kimi.com,cdn.kimi.com	observed-in-source
M	user-agent		^KimiCLI/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-msh-platform	^kimi_cli$	0.9
M	header	x-msh-version	^(.+)$	0.6
M	header	x-msh-device-name		0.7
M	header	x-msh-device-id		0.6
M	host		^telemetry-logs\.kimi\.com$	0.8
M	body	$.events[*].event	^kfc_	0.9	telemetry-logs.kimi.com
M	body	$.user_id	^kfc_device_id_	0.8
M	body	$.messages[*].content	^You are Kimi Code CLI, an interactive general AI agent	0.9
T	kiro	Kiro	amazon	agent			241,283,284	The User-Agent ends in a machine id.	q.us-east-1.amazonaws.com,prod.us-east-1.auth.desktop.kiro.dev,runtime.us-east-1.kiro.dev,app.kiro.dev	reported
M	user-agent		KiroIDE-(\d+\.\d+\.\d+)-[0-9a-f]{16,64}	0.95
M	header	x-amz-user-agent	KiroIDE-(\d+\.\d+\.\d+)	0.95
M	header	x-amzn-kiro-agent-mode		0.9
T	langfuse	Langfuse SDK	langfuse	sdk			285		cloud.langfuse.com	observed-in-source
M	header	x-langfuse-sdk-name		0.9
M	header	x-langfuse-sdk-version	^(.+)$	0.9
M	header	x-langfuse-public-key		0.8
T	langsmith	LangSmith SDK	langchain	sdk			286,287		api.smith.langchain.com	observed-in-source
M	user-agent		^langsmith-(?:py|js)/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
M	path		^/runs/(?:batch|multipart)	0.5	api.smith.langchain.com
T	lingma	Tongyi Lingma	alibaba	agent			288,289	Shares its headers with Qoder; the host tells them apart.	lingma-api.tongyi.aliyun.com,lingma.alibabacloud.com	reported
M	user-agent		^Go-http-client/	0.6	lingma-api.tongyi.aliyun.com,lingma.alibabacloud.com
T	litellm	LiteLLM	litellm	framework			290,291	Also used by other tools as a library.	raw.githubusercontent.com	observed-on-wire
M	user-agent		^litellm/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	path		^/BerriAI/litellm/[^/]+/model_prices_and_context_window	0.3	raw.githubusercontent.com
T	mistral-sdk	Mistral SDK	mistral	sdk			292	Names the library, not the program on top of it.		observed-on-wire
M	user-agent		^mistral-client-(?:python|ts|typescript)/(\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	mistral-vibe	Mistral Vibe	mistral	agent	x-affinity		293,294		api.mistral.ai,console.mistral.ai,experiments.mistral.services	observed-in-source
M	user-agent		Mistral-Vibe/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	path		^/v1/datalake/events	0.8	api.mistral.ai
M	header	x-affinity		0.3	api.mistral.ai
M	user-agent		^MistralAI-VibeCLI/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	path		^/api/eval/sdk-OE8yJgTXZY6tj	0.9	experiments.mistral.services
M	body	$.event	^vibe\.	0.8	api.mistral.ai
M	body	$.messages[*].content	^You are Mistral Vibe, a CLI coding agent	0.9
M	header	x-sentry-auth	sentry_key=e5cefbd71b8c4658f72123098cf5358f	0.9
T	mux	Mux	coder	agent	x-mux-workspace-id		259			observed-in-source
M	user-agent		(?i)^mux/([^ ]+)	0.9
M	header	x-mux-workspace-id		0.8
T	ollama	Ollama	ollama	app			1		ollama.com	observed-in-source
M	user-agent		^ollama/(\d+\.\d+\.\d+[^ ;,()/]*) \(	0.9
T	openai-sdk	OpenAI SDK	openai	sdk			295,296	Serves every vendor with the same API; names the library, not the program on top of it.	api.openai.com,*.openai.azure.com	observed-on-wire
M	user-agent		^(?:Async)?OpenAI/(?:Python|JS|Go|Java|Ruby) (\d+\.\d+\.\d+[^ ;,()/]*)	0.9
T	opencode	OpenCode	opencode	agent	x-opencode-session,x-session-affinity		297,298,43		opencode.ai,models.dev	reported
M	user-agent		^opencode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	x-opencode-session		0.9
M	header	x-opencode-client		0.8
T	qoder	Qoder	alibaba	agent			299,9,300		center.qoder.sh,api2.qoder.sh,api3.qoder.sh,openapi.qoder.sh,qts2.qoder.sh	reported
M	header	cosy-machineid		0.8
M	header	cosy-machinetoken		0.6
M	user-agent		^Go-http-client/	0.5	.qoder.sh
T	qwen-code	Qwen Code	alibaba	agent			267,4,301	Roo Code imitates the User-Agent.	dashscope.aliyuncs.com,chat.qwen.ai,gb4w8c3ygj-default-sea.rum.aliyuncs.com	observed-in-source
M	user-agent		^QwenCode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	host		^gb4w8c3ygj-default-sea\.rum\.aliyuncs\.com$	0.8
M	body	$.resourceMetrics[*].resource.attributes[*].value.stringValue	^qwen-code$	0.8
M	body	$.resourceLogs[*].resource.attributes[*].value.stringValue	^qwen-code$	0.8
T	replit	Replit Agent	replit	web			190		replit.com,replit.dev	reported
M	user-agent		^Mozilla/5\.0	0.6	.replit.com
T	roo-code	Roo Code	roo	agent	x-roo-task-id		302,259		ph.roocode.com,app.roocode.com,api.roocode.com,clerk.roocode.com	observed-in-source
M	user-agent		^RooCode/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	user-agent		^roo-code/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
M	header	originator	^roo-code$	0.9
M	header	x-title	^Roo Code$	0.8
M	header	x-roo-app-version	^(.+)$	0.9
M	host		^ph\.roocode\.com$	0.7
T	sourcegraph	Cody and Amp	sourcegraph	agent			206	Form of the User-Agent not verified.	sourcegraph.com,ampcode.com,ampworkers.com	reported
M	user-agent		(?i)^(?:cody|amp)	0.7	.sourcegraph.com,.ampcode.com
T	tabby	Tabby	tabbyml	app			211	A self-hosted server; only its usage report is known.	app.tabbyml.com	observed-in-source
M	host		^app\.tabbyml\.com$	0.6
T	tabnine	Tabnine	tabnine	agent			213	Form of the User-Agent not verified.	api.tabnine.com,update.tabnine.com	reported
M	user-agent		(?i)tabnine	0.7	.tabnine.com
T	trae	Trae	bytedance	agent			57,58,303		api.trae.ai,trae-api-us.mchost.guru,maliva-mcs.byteoversea.com,mon-va.byteoversea.com	reported
M	header	x-cloudide-token		0.8
M	header	authorization	^Cloud-IDE-JWT 	0.9
M	host		^trae-api-[a-z-]+\.mchost\.guru$	0.8
T	wandb	Weights & Biases SDK	wandb	sdk			221		api.wandb.ai,api.forge.coreweave.com	observed-on-wire
M	user-agent		^wandb-core(?:/(\d+\.\d+\.\d+[^ ;,()/]*))?	0.9
T	warp	Warp	warp	app			222,192,304,305,306	Form of the User-Agent not verified.	app.warp.dev,rtc.app.warp.dev,sessions.app.warp.dev,dataplane.rudderstack.com	reported
M	user-agent		^[Ww]arp/	0.7	.warp.dev
T	windsurf	Windsurf	cognition	agent			68,69	The User-Agent is that of its RPC library, so only the host makes it speak.	server.self-serve.windsurf.com,server.codeium.com,inference.codeium.com,unleash.codeium.com	reported
M	user-agent		^(?:connect-|grpc-|Go-http-client)	0.5	.codeium.com,.windsurf.com
T	zed	Zed	zed	agent			307,234,259		cloud.zed.dev,zed.dev	observed-in-source
M	user-agent		^Zed/(\d+\.\d+\.\d+[^ ;,()/]*)	0.95
C	aiohttp	aiohttp (Python)	aiohttp/(\S+)	308
C	aws-sdk	AWS SDK	^(?:aws-sdk-[a-z]+|Boto3)/(\S+)	241
C	axios	axios (JavaScript)	^axios/(\S+)	125
C	bun	Bun	^Bun/(\S+)	125
C	chromium	Chromium browsers	(?:Headless)?Chrome/(\S+)	309
C	cohere-sdk	Cohere SDK	^cohere/(\d\S*)	310
C	connect-es	Connect (JavaScript)	^connect-es/(\S+)	263
C	curl	curl	^curl/(\S+)	311
C	firefox	Firefox	 Firefox/(\S+)$	312
C	git	git	^git/(\S+)	313
C	go-http-client	net/http (Go)	^Go-http-client/(\S+)	299
C	groq-sdk	Groq SDK	^(?:Async)?Groq/(?:Python|JS) (\S+)	314
C	node	Node.js fetch	^node(?:/(\S+)|$)	315
C	node-fetch	node-fetch (Node.js)	^node-fetch	316
C	ollama-python	Ollama client (Python)	^ollama-python/(\S+)	317
C	otlp-python	OpenTelemetry exporter (Python)	^OTel-OTLP-Exporter-Python/(\S+)	318
C	otlp-rust	OpenTelemetry exporter (Rust)	^OTel-OTLP-Exporter-Rust/(\S+)	171
C	posthog-python	PostHog SDK (Python)	^posthog-python/(\S+)	319
C	python-httpx	HTTPX (Python)	^python-httpx/(\S+)	291
C	python-requests	Requests (Python)	^python-requests/(\S+)	112
C	python-urllib	urllib (Python)	^Python-urllib/(\S+)	320
C	python-urllib3	urllib3 (Python)	^python-urllib3/(\S+)	321
C	safari	Safari	 Version/(\S+) (?:Mobile/\S+ )?Safari/	312
C	sentry-python	Sentry SDK (Python)	^sentry\.python[^/]*/(\S+)	198
C	together-sdk	Together SDK	^(?:(?:Async)?Together/(?:Python|JS) |together-cli[:/])(\S+)	322
C	undici	undici (Node.js)	^undici(?:/(\S+)|$)	100
C	websockets	websockets (Python)	websockets/(\S+)	323
C	wget	Wget	^Wget/(\S+)	324
G	1ds.app-locale	place.locale	body	$..ext.app.locale		none				0.9	325,326,327,328
G	1ds.app-sesid	identity.session_id	body	$..ext.app.sesId		none				0.9	325,326,327,328
G	1ds.app-ver	toolchain.tool_version	body	$..ext.app.ver		none				0.9	325,326,327,328
G	1ds.device-localid	identity.device_id	body	$..ext.device.localId		none				0.9	325,326,327,328
G	1ds.device-make	machine.model	body	$..ext.device.make		none				0.9	325,326,327,328
G	1ds.device-model	machine.model	body	$..ext.device.model		none				0.9	325,326,327,328
G	1ds.loc-tz	place.utc_offset	body	$..ext.loc.tz		none				0.9	325,326,327,328
G	1ds.net-provider	network.proxy	body	$..ext.net.provider		none				0.9	325,326,327,328
G	1ds.os-locale	place.locale	body	$..ext.os.locale		none				0.9	325,326,327,328
G	1ds.os-name	machine.os	body	$..ext.os.name		none				0.9	325,326,327,328
G	1ds.os-ver	machine.os_version	body	$..ext.os.ver		none				0.9	325,326,327,328
G	1ds.protocol-devmodel	machine.model	body	$..ext.protocol.devModel		none				0.9	325,326,327,328
G	1ds.sdk-ver	toolchain.sdk_version	body	$..ext.sdk.ver		none				0.9	325,326,327,328
G	1ds.user-id	identity.account_id	body	$..ext.user.id		none				0.9	325,326,327,328
G	1ds.user-localid	identity.analytics_id	body	$..ext.user.localId		none				0.9	325,326,327,328
G	1ds.web-userconsent	account.privacy_setting	body	$..ext.web.userConsent		none				0.9	325,326,327,328
G	agent.affinity	identity.session_id	header	x-affinity		none				0.9	329,330,331,332
G	agent.client-app	toolchain.entry_point	header	x-client-app		none				0.9	329,330,331,332
G	agent.client-key	covert.unexplained_token	header	x-client-key	^([0-9a-f]{32,})$	none		cursor		0.7	329,330,331,332
G	agent.client-session	identity.session_id	header	x-client-session-id		none				0.9	329,330,331,332
G	agent.cline-platform	toolchain.editor	header	x-platform	^([A-Za-z].*)$	none	cline		/	0.9	329,330,331,332
G	agent.codebuddy-user	identity.account_id	header	x-user-id	^(.{4,64})$	none				0.9	329,330,331,332
G	agent.codewhisperer-optout	account.privacy_setting	header	x-amzn-codewhisperer-optout	^(true|false)$	none				0.9	329,330,331,332
G	agent.coding-agent	toolchain.entry_point	header	user-agent	((?:Coding-Agent|AI-Agent|agent)/[A-Za-z0-9._-]+)	none				0.9	329,330,331,332
G	agent.continue	identity.installation_id	header	x-continue-unique-id		none				0.9	329,330,331,332
G	agent.cursor-commit	toolchain.tool_version	header	x-cursor-client-commit	^([0-9a-f]{7,40})$	none				0.9	329,330,331,332
G	agent.cursor-timezone	place.timezone	header	x-cursor-timezone	^([A-Za-z]+/.+)$	none				0.9	329,330,331,332
G	agent.cursor-type	toolchain.entry_point	header	x-cursor-client-type		none				0.9	329,330,331,332
G	agent.cursor-version	toolchain.tool_version	header	x-cursor-client-version	^(\d.*)$	none				0.9	329,330,331,332
G	agent.editor-device	identity.device_id	header	editor-device-id		none				0.9	329,330,331,332
G	agent.editor-plugin	toolchain.tool_version	header	editor-plugin-version	^([A-Za-z].*/\d.*)$	none				0.9	329,330,331,332
G	agent.editor-version	toolchain.editor	header	editor-version	^([A-Za-z].*/\d.*)$	none				0.9	329,330,331,332
G	agent.ghost-mode	account.privacy_setting	header	x-ghost-mode	^(true|false|implicit-false|implicit-true)$	none				0.9	329,330,331,332
G	agent.grazie	toolchain.editor	header	grazie-agent/$.name		none				0.9	329,330,331,332
G	agent.grazie-version	toolchain.tool_version	header	grazie-agent/$.version		none				0.9	329,330,331,332
G	agent.integration	toolchain.entry_point	header	copilot-integration-id		none				0.9	329,330,331,332
G	agent.kimi-device-model	machine.model	header	x-msh-device-model		none				0.9	329,330,331,332
G	agent.kimi-device-name	machine.hostname	header	x-msh-device-name		none				0.9	329,330,331,332
G	agent.kimi-os-version	machine.kernel	header	x-msh-os-version	(\d+\.\d+\.\d+[-+.][^ ]+|#\d.*)	none				0.9	329,330,331,332
G	agent.kimi-platform	toolchain.tool_version	header	x-msh-platform		none				0.9	329,330,331,332
G	agent.kimi-version	toolchain.tool_version	header	x-msh-version	^(\d.*)$	none				0.9	329,330,331,332
G	agent.kiro-machine	identity.machine_id	header	user-agent	KiroIDE-\d+\.\d+\.\d+-([0-9a-f]{16,64})	none				0.9	329,330,331,332
G	agent.kiro-machine-amz	identity.machine_id	header	x-amz-user-agent	KiroIDE-\d+\.\d+\.\d+-([0-9a-f]{16,64})	none				0.9	329,330,331,332
G	agent.kiro-mode	toolchain.settings	header	x-amzn-kiro-agent-mode		none				0.9	329,330,331,332
G	agent.machine-token	identity.machine_id	header	cosy-machinetoken		none				0.9	329,330,331,332
G	agent.mux-workspace	identity.session_id	header	x-mux-workspace-id		none				0.9	329,330,331,332
G	agent.oai-device	identity.device_id	header	oai-device-id		none				0.9	329,330,331,332
G	agent.oai-language	place.locale	header	oai-language	^([a-z]{2}-[A-Z]{2})$	none				0.9	329,330,331,332
G	agent.opencode-client	toolchain.entry_point	header	x-opencode-client		none				0.9	329,330,331,332
G	agent.opencode-project	workspace.project_name	header	x-opencode-project		none				0.9	329,330,331,332
G	agent.opencode-session	identity.session_id	header	x-opencode-session		none				0.9	329,330,331,332
G	agent.request-machine	identity.machine_id	header	cosy-machineid		none				0.9	329,330,331,332
G	agent.roo-version	toolchain.tool_version	header	x-roo-app-version	^(\d.*)$	none				0.9	329,330,331,332
G	agent.vscode-experiments	toolchain.features	header	vscode-abexpcontext		none				0.9	329,330,331,332
G	agent.vscode-machine	identity.machine_id	header	vscode-machineid	^([0-9a-f-]{16,64})$	none				0.9	329,330,331,332
G	agent.vscode-session	identity.session_id	header	vscode-sessionid		none				0.9	329,330,331,332
G	agent.zed-build	toolchain.editor	header	user-agent	^(Zed/[^ ]+)	none				0.9	329,330,331,332
G	amazon-q.client	identity.installation_id	body	$..userContext.clientId		none				0.9	325,326,327,328
G	amazon-q.directory	workspace.path	body	$..envState.currentWorkingDirectory		none				0.9	325,326,327,328
G	amazon-q.optout	account.privacy_setting	body	$.optOutPreference		none				0.9	325,326,327,328
G	amazon-q.os	machine.os	body	$..envState.operatingSystem		none				0.9	325,326,327,328
G	amplitude.carrier	network.proxy	body	$.events[*].carrier		none				0.5	325,326,327,328	network operator
G	amplitude.client	account.telemetry_key	body	$.client	^([0-9a-f]{32})$	none		amplitude		0.9	325,326,327,328
G	amplitude.device	identity.analytics_id	body	$.events[*].device_id		none				0.9	325,326,327,328
G	amplitude.event	behaviour.feature_use	body	$.events[*].event_type		none				0.9	325,326,327,328
G	amplitude.key	account.telemetry_key	body	$.api_key	^([0-9a-f]{32})$	none		amplitude		0.9	325,326,327,328
G	api.anthropic-beta	toolchain.features	header	anthropic-beta		none				0.95	333,334,335
G	api.anthropic-capabilities	toolchain.features	header	anthropic-client-capabilities		none				0.95	333,334,335
G	api.anthropic-organization	identity.organization_id	header	anthropic-organization-id		none				0.95	333,334,335
G	api.bedrock-model	toolchain.model	request-line		^/model/([A-Za-z0-9._:%-]+)/(?:invoke|converse)	none				0.95	333,334,335
G	api.deployment-model	toolchain.model	request-line		/deployments/([A-Za-z0-9._-]+)/	none				0.95	333,334,335
G	api.google-project	account.cloud_account	header	x-goog-user-project		none				0.95	333,334,335
G	api.model	toolchain.model	body	$.model		none				0.95	333,334,335
G	api.openai-beta	toolchain.features	header	openai-beta		none				0.95	333,334,335
G	api.openai-organization	identity.organization_id	header	openai-organization		none				0.95	333,334,335
G	api.openai-project	account.cloud_account	header	openai-project		none				0.95	333,334,335
G	api.path-model	toolchain.model	request-line		/models/([A-Za-z0-9._-]+):	none				0.95	333,334,335
G	api.query-key	account.api_key	query	key	^.{8,}$	secret		google		0.95	333,334,335
G	api.query-model	toolchain.model	query	model		none				0.95	333,334,335
G	api.session-header	identity.session_id	header	x-session-id		none				0.95	333,334,335
G	api.session-model	toolchain.model	body	$.session.model		none				0.95	333,334,335
G	appinsights.application-ver	toolchain.tool_version	body	$..tags['ai.application.ver']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.cloud-roleinstance	machine.hostname	body	$..tags['ai.cloud.roleInstance']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.cloud-rolename	toolchain.tool_version	body	$..tags['ai.cloud.roleName']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-id	identity.device_id	body	$..tags['ai.device.id']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-locale	place.locale	body	$..tags['ai.device.locale']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-model	machine.model	body	$..tags['ai.device.model']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-oemname	machine.model	body	$..tags['ai.device.oemName']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-os	machine.os	body	$..tags['ai.device.os']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-osversion	machine.os_version	body	$..tags['ai.device.osVersion']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.device-type	machine.model	body	$..tags['ai.device.type']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.event	behaviour.feature_use	body	$..data.baseData.name		none				0.9	325,326,327,328
G	appinsights.internal-nodename	machine.hostname	body	$..tags['ai.internal.nodeName']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.internal-sdkversion	toolchain.sdk_version	body	$..tags['ai.internal.sdkVersion']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.key	account.telemetry_key	body	$..iKey		none				0.9	325,326,327,328
G	appinsights.location-country	place.region	body	$..tags['ai.location.country']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.location-ip	place.source_address	body	$..tags['ai.location.ip']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.operation-name	behaviour.feature_use	body	$..tags['ai.operation.name']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.session-id	identity.session_id	body	$..tags['ai.session.id']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.user-accountid	identity.account_id	body	$..tags['ai.user.accountId']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.user-authuserid	identity.account_id	body	$..tags['ai.user.authUserId']	^([^*].*)$	none				0.9	325,326,327,328
G	appinsights.user-id	identity.analytics_id	body	$..tags['ai.user.id']	^([^*].*)$	none				0.9	325,326,327,328
G	attest.openai	covert.attestation	header	x-oai-attestation	^(.{8,})$	none				0.9	329,330,331,332	opaque attestation that the host program supplies
G	attest.signature	covert.attestation	header	signature	^([0-9A-Za-z+/=_-]{24,})$	none		alibaba		0.8	329,330,331,332	signature over the date under a key of the device
G	aws-toolkit.client	identity.installation_id	body	$.ClientID		none				0.9	325,326,327,328
G	aws-toolkit.editor	toolchain.editor	body	$.ParentProductVersion		none				0.9	325,326,327,328
G	aws-toolkit.metric	behaviour.feature_use	body	$.MetricData[*].MetricName		none				0.9	325,326,327,328
G	aws-toolkit.os	machine.os	body	$.OS		none				0.9	325,326,327,328
G	aws-toolkit.os-architecture	machine.architecture	body	$.OSArchitecture		none				0.9	325,326,327,328
G	aws-toolkit.os-version	machine.os_version	body	$.OSVersion		none				0.9	325,326,327,328
G	aws-toolkit.product	toolchain.tool_version	body	$.AWSProductVersion		none				0.9	325,326,327,328
G	aws.access-key	account.cloud_account	header	authorization	Credential=([A-Z0-9]{16,32})/	none				0.9	325,326,327,328
G	aws.region	place.service_region	header	authorization	Credential=[A-Z0-9]+/\d+/([a-z0-9-]+)/	none				0.9	325,326,327,328
G	browser.accept-language	place.accept_language	header	accept-language	^([A-Za-z].*)$	none				0.95	336,337,243
G	browser.ua	machine.browser	header	sec-ch-ua		none				0.95	336,337,243
G	browser.ua-arch	machine.architecture	header	sec-ch-ua-arch		none				0.95	336,337,243
G	browser.ua-full-version-list	machine.browser	header	sec-ch-ua-full-version-list		none				0.95	336,337,243
G	browser.ua-model	machine.model	header	sec-ch-ua-model		none				0.95	336,337,243
G	browser.ua-platform	machine.os	header	sec-ch-ua-platform		none				0.95	336,337,243
G	browser.ua-platform-version	machine.os_version	header	sec-ch-ua-platform-version		none				0.95	336,337,243
G	bugsnag.code	workspace.source_code	body	$.events[*].exceptions[*].stacktrace[*].code.*		none				0.9	325,326,327,328
G	bugsnag.device	identity.device_id	body	$.events[*].device.id		none				0.9	325,326,327,328
G	bugsnag.header-key	account.telemetry_key	header	bugsnag-api-key	^([0-9a-f]{32})$	none				0.9	325,326,327,328
G	bugsnag.host	machine.hostname	body	$.events[*].device.hostname		none				0.9	325,326,327,328
G	bugsnag.key	account.telemetry_key	body	$.apiKey	^([0-9a-f]{32})$	none				0.9	325,326,327,328
G	bugsnag.stack	workspace.stack_trace	body	$.events[*].exceptions[*].stacktrace[*].file		none				0.9	325,326,327,328
G	chat.timezone-offset	place.utc_offset	body	$.timezone_offset_min		none				0.9	325,326,327,328
G	claude-code.agent-entrypoint	toolchain.entry_point	header	user-agent	^claude-cli/[^ ]+ \([^,)]+, ([^,)]+)	none				0.95	34,248
G	claude-code.app	toolchain.entry_point	header	x-app		none	claude-code			0.95	34,248
G	claude-code.arch	machine.architecture	body	$.events[*].event_data.env.arch		none		anthropic		0.95	34,248
G	claude-code.betas	toolchain.features	body	$.events[*].event_data.betas		none		anthropic		0.95	34,248
G	claude-code.billing-entrypoint	toolchain.entry_point	body	$.system[*].text	^x-anthropic-billing-header:.* cc_entrypoint=([^;]+)	none				0.95	34,248
G	claude-code.billing-version	toolchain.tool_version	body	$.system[*].text	^x-anthropic-billing-header: cc_version=(\d+\.\d+\.\d+)	none				0.95	34,248
G	claude-code.client-type	toolchain.settings	body	$.events[*].event_data.client_type		none		anthropic		0.95	34,248
G	claude-code.constrained-memory	machine.memory_total	body	$.events[*].event_data.process/$.constrainedMemory		none		anthropic		0.95	34,248
G	claude-code.constrained-memory-bytes	machine.memory_total	body	$.events[*].event_data.additional_metadata/$.constrained_memory_bytes		none		anthropic		0.95	34,248
G	claude-code.deployment-environment	machine.container	body	$.events[*].event_data.env.deployment_environment		none		anthropic		0.95	34,248
G	claude-code.device-id	identity.device_id	body	$.events[*].event_data.device_id		none		anthropic		0.95	34,248
G	claude-code.distro-id	machine.distribution	body	$.events[*].event_data.env.linux_distro_id		none		anthropic		0.95	34,248
G	claude-code.distro-version	machine.distribution	body	$.events[*].event_data.env.linux_distro_version		none		anthropic		0.95	34,248
G	claude-code.duration-api-ms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.duration_api_ms		none		anthropic		0.95	34,248
G	claude-code.duration-ms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.duration_ms		none		anthropic		0.95	34,248
G	claude-code.durationms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.durationMs		none		anthropic		0.95	34,248
G	claude-code.durationmsincludingretries	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.durationMsIncludingRetries		none		anthropic		0.95	34,248
G	claude-code.entrypoint	toolchain.entry_point	body	$.events[*].event_data.entrypoint		none		anthropic		0.95	34,248
G	claude-code.event-account	identity.account_id	body	$.events[*].event_data.auth.account_uuid		none		anthropic		0.95	34,248
G	claude-code.event-base-url	network.base_url	body	$.events[*].event_data.additional_metadata/$.baseUrl		none		anthropic		0.95	34,248	twelve hex digits of a SHA-256 of the base URL
G	claude-code.event-email	identity.email	body	$.events[*].event_data.email		none		anthropic		0.95	34,248
G	claude-code.event-model	toolchain.model	body	$.events[*].event_data.model		none		anthropic		0.95	34,248
G	claude-code.event-name	behaviour.feature_use	body	$.events[*].event_data.event_name		none		anthropic		0.95	34,248
G	claude-code.event-organization	identity.organization_id	body	$.events[*].event_data.auth.organization_uuid		none		anthropic		0.95	34,248
G	claude-code.flag-account	identity.account_id	body	$.attributes.accountUUID		none		anthropic		0.95	34,248
G	claude-code.flag-base-url-host	network.base_url	body	$.attributes.apiBaseUrlHost		none		anthropic		0.95	34,248
G	claude-code.flag-device-id	identity.device_id	body	$.attributes.deviceID		none		anthropic		0.95	34,248
G	claude-code.flag-email	identity.email	body	$.attributes.email		none		anthropic		0.95	34,248
G	claude-code.flag-entrypoint	toolchain.entry_point	body	$.attributes.entrypoint		none		anthropic		0.95	34,248
G	claude-code.flag-id	identity.device_id	body	$.attributes.id		none		anthropic		0.95	34,248
G	claude-code.flag-key	account.telemetry_key	request-line		^/api/eval/(sdk-[A-Za-z0-9]+)	none		anthropic		0.95	34,248
G	claude-code.flag-organization	identity.organization_id	body	$.attributes.organizationUUID		none		anthropic		0.95	34,248
G	claude-code.flag-platform	machine.os	body	$.attributes.platform		none		anthropic		0.95	34,248
G	claude-code.flag-user-type	account.plan	body	$.attributes.userType		none		anthropic		0.95	34,248
G	claude-code.flag-version	toolchain.tool_version	body	$.attributes.appVersion		none		anthropic		0.95	34,248
G	claude-code.install-build	toolchain.install_method	body	$.events[*].event_data.env.build_time		none		anthropic		0.95	34,248
G	claude-code.is-ci	machine.ci	body	$.events[*].event_data.env.is_ci		none		anthropic		0.95	34,248
G	claude-code.is-github-action	machine.ci	body	$.events[*].event_data.env.is_github_action		none		anthropic		0.95	34,248
G	claude-code.is-interactive	toolchain.settings	body	$.events[*].event_data.is_interactive		none		anthropic		0.95	34,248
G	claude-code.kernel	machine.kernel	body	$.events[*].event_data.env.linux_kernel		none		anthropic		0.95	34,248
G	claude-code.node-version	toolchain.runtime	body	$.events[*].event_data.env.node_version		none		anthropic		0.95	34,248
G	claude-code.package-managers	toolchain.package_manager	body	$.events[*].event_data.env.package_managers		none		anthropic		0.95	34,248
G	claude-code.platform	machine.os	body	$.events[*].event_data.env.platform		none		anthropic		0.95	34,248
G	claude-code.platform-raw	machine.os	body	$.events[*].event_data.env.platform_raw		none		anthropic		0.95	34,248
G	claude-code.process-cpupercent	machine.resource_use	body	$.events[*].event_data.process/$.cpuPercent		none		anthropic		0.95	34,248
G	claude-code.process-cpuusage-user	machine.resource_use	body	$.events[*].event_data.process/$.cpuUsage.user		none		anthropic		0.95	34,248
G	claude-code.process-heaptotal	machine.resource_use	body	$.events[*].event_data.process/$.heapTotal		none		anthropic		0.95	34,248
G	claude-code.process-heapused	machine.resource_use	body	$.events[*].event_data.process/$.heapUsed		none		anthropic		0.95	34,248
G	claude-code.process-rss	machine.resource_use	body	$.events[*].event_data.process/$.rss		none		anthropic		0.95	34,248
G	claude-code.process-uptime	machine.uptime	body	$.events[*].event_data.process/$.uptime		none		anthropic		0.95	34,248
G	claude-code.prompt-size-inputtextcharlength	behaviour.prompt_size	body	$.events[*].event_data.additional_metadata/$.inputTextCharLength		none		anthropic		0.95	34,248
G	claude-code.prompt-size-prompt-length	behaviour.prompt_size	body	$.events[*].event_data.additional_metadata/$.prompt_length		none		anthropic		0.95	34,248
G	claude-code.query-entrypoint	toolchain.entry_point	query	entrypoint		none		anthropic		0.95	34,248
G	claude-code.repository-hash	workspace.repository	body	$.events[*].event_data.additional_metadata/$.rh		none		anthropic		0.95	34,248	first sixteen hex digits of a SHA-256 of host/owner/name of the remote
G	claude-code.repository-hash-plain	workspace.repository	body	$.events[*].event_data.rh		none		anthropic		0.95	34,248	first sixteen hex digits of a SHA-256 of host/owner/name of the remote
G	claude-code.request-class	behaviour.feature_use	header	x-claude-code-request-class		none				0.95	34,248
G	claude-code.runtimes	toolchain.runtime	body	$.events[*].event_data.env.runtimes		none		anthropic		0.95	34,248
G	claude-code.session-header	identity.session_id	header	x-claude-code-session-id		none				0.95	34,248
G	claude-code.setting-effortvalue	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.effortValue		none		anthropic		0.95	34,248
G	claude-code.setting-outputformat	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.outputFormat		none		anthropic		0.95	34,248
G	claude-code.setting-permissionmode	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.permissionMode		none		anthropic		0.95	34,248
G	claude-code.setting-thinkingtype	toolchain.settings	body	$.events[*].event_data.additional_metadata/$.thinkingType		none		anthropic		0.95	34,248
G	claude-code.shell	toolchain.shell	body	$.events[*].event_data.env.shell		none		anthropic		0.95	34,248
G	claude-code.skill-item-name-hash	toolchain.skills	body	$.events[*].event_data.additional_metadata/$.item_name_hash		none		anthropic		0.95	34,248
G	claude-code.skill-item-type	toolchain.skills	body	$.events[*].event_data.additional_metadata/$.item_type		none		anthropic		0.95	34,248
G	claude-code.skill-name	toolchain.skills	body	$.events[*].event_data.skill_name		none		anthropic		0.95	34,248
G	claude-code.skill-skill-source	toolchain.skills	body	$.events[*].event_data.additional_metadata/$.skill_source		none		anthropic		0.95	34,248
G	claude-code.terminal	toolchain.terminal	body	$.events[*].event_data.env.terminal		none		anthropic		0.95	34,248
G	claude-code.ttft-ms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.ttft_ms		none		anthropic		0.95	34,248
G	claude-code.ttftms	behaviour.latency	body	$.events[*].event_data.additional_metadata/$.ttftMs		none		anthropic		0.95	34,248
G	claude-code.update-channel	toolchain.install_method	body	$.events[*].event_data.additional_metadata/$.autoUpdatesChannel		none		anthropic		0.95	34,248
G	claude-code.usage-cachedinputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.cachedInputTokens		none		anthropic		0.95	34,248
G	claude-code.usage-costusd	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.costUSD		none		anthropic		0.95	34,248
G	claude-code.usage-inputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.inputTokens		none		anthropic		0.95	34,248
G	claude-code.usage-outputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.outputTokens		none		anthropic		0.95	34,248
G	claude-code.usage-uncachedinputtokens	behaviour.usage	body	$.events[*].event_data.additional_metadata/$.uncachedInputTokens		none		anthropic		0.95	34,248
G	claude-code.user-account	identity.account_id	body	$.metadata.user_id/$.account_uuid		none				0.95	34,248
G	claude-code.user-device-id	identity.device_id	body	$.metadata.user_id/$.device_id		none				0.95	34,248
G	claude-code.user-hash	identity.device_id	body	$.metadata.user_id	^user_([0-9a-f]{16,64})_account_	none				0.95	34,248
G	claude-code.user-hash-session	identity.session_id	body	$.metadata.user_id	_session_([0-9a-f-]{36})$	none				0.95	34,248
G	claude-code.user-type	account.plan	body	$.events[*].event_data.user_type		none		anthropic		0.95	34,248
G	claude-code.vcs	workspace.vcs	body	$.events[*].event_data.env.vcs		none		anthropic		0.95	34,248
G	claude-code.version	toolchain.tool_version	body	$.events[*].event_data.env.version		none		anthropic		0.95	34,248
G	claude-code.wsl-version	machine.wsl	body	$.events[*].event_data.env.wsl_version		none		anthropic		0.95	34,248
G	clearcut.console	toolchain.tool_version	body	$..console_type		none				0.9	325,326,327,328
G	codex.beta-features	toolchain.features	header	x-codex-beta-features		none		openai		0.95	171,253,209
G	codex.body-analytics	account.privacy_setting	body	$..x-codex-turn-metadata/$.analytics_enabled		none		openai		0.95	171,253,209
G	codex.body-installation	identity.installation_id	body	$..x-codex-turn-metadata/$.installation_id		none		openai		0.95	171,253,209
G	codex.body-sandbox	toolchain.settings	body	$..x-codex-turn-metadata/$.sandbox		none		openai		0.95	171,253,209
G	codex.body-sandbox-mode	toolchain.settings	body	$..x-codex-turn-metadata/$.sandbox_mode		none		openai		0.95	171,253,209
G	codex.client-installation	identity.installation_id	body	$.client_metadata.x-codex-installation-id		none		openai		0.95	171,253,209
G	codex.client-session-id	identity.session_id	body	$.client_metadata.session_id		none		openai		0.95	171,253,209
G	codex.client-thread-id	identity.session_id	body	$.client_metadata.thread_id		none		openai		0.95	171,253,209
G	codex.commit	workspace.commit	body	$..workspaces.*.latest_git_commit_hash		none		openai		0.95	171,253,209
G	codex.header-conversation_id	identity.session_id	header	conversation_id		none		openai		0.95	171,253,209
G	codex.header-installation	identity.installation_id	header	x-codex-installation-id		none		openai		0.95	171,253,209
G	codex.header-session-id	identity.session_id	header	session-id		none		openai		0.95	171,253,209
G	codex.header-session_id	identity.session_id	header	session_id		none		openai		0.95	171,253,209
G	codex.header-thread-id	identity.session_id	header	thread-id		none		openai		0.95	171,253,209
G	codex.metric-duration	behaviour.latency	body	$..metrics[*].name	^codex\..*(?:duration|latency|_ms).*$	none		openai		0.95	171,253,209
G	codex.metric-git	workspace.vcs	body	$..attributes[key=is_git]		none		openai		0.95	171,253,209
G	codex.metric-model	toolchain.model	body	$..attributes[key=model]		none		openai		0.95	171,253,209
G	codex.metric-name	behaviour.feature_use	body	$..metrics[*].name	^codex\..*$	none		openai		0.95	171,253,209
G	codex.metric-originator	toolchain.entry_point	body	$..attributes[key=originator]		none		openai		0.95	171,253,209
G	codex.metric-os	machine.distribution	body	$..resource.attributes[key=os]		none		openai		0.95	171,253,209
G	codex.metric-os-version	machine.os_version	body	$..resource.attributes[key=os_version]		none		openai		0.95	171,253,209
G	codex.metric-service	toolchain.entry_point	body	$..resource.attributes[key=service.name]		none		openai		0.95	171,253,209
G	codex.originator	toolchain.entry_point	header	originator		none		openai		0.95	171,253,209
G	codex.query-version	toolchain.tool_version	query	client_version		none		openai		0.95	171,253,209
G	codex.remote	workspace.repository	body	$..workspaces.*.associated_remote_urls.*		none		openai		0.95	171,253,209
G	codex.status	workspace.status	body	$..workspaces.*.has_changes		none		openai		0.95	171,253,209
G	codex.turn-analytics	account.privacy_setting	header	x-codex-turn-metadata/$.analytics_enabled		none		openai		0.95	171,253,209
G	codex.turn-auto-review-enabled	toolchain.settings	header	x-codex-turn-metadata/$.auto_review_enabled		none		openai		0.95	171,253,209
G	codex.turn-installation	identity.installation_id	header	x-codex-turn-metadata/$.installation_id		none		openai		0.95	171,253,209
G	codex.turn-model	toolchain.model	header	x-codex-turn-metadata/$.model		none		openai		0.95	171,253,209
G	codex.turn-reasoning-effort	toolchain.settings	header	x-codex-turn-metadata/$.reasoning_effort		none		openai		0.95	171,253,209
G	codex.turn-sandbox	toolchain.settings	header	x-codex-turn-metadata/$.sandbox		none		openai		0.95	171,253,209
G	codex.turn-sandbox-mode	toolchain.settings	header	x-codex-turn-metadata/$.sandbox_mode		none		openai		0.95	171,253,209
G	codex.turn-session-id	identity.session_id	header	x-codex-turn-metadata/$.session_id		none		openai		0.95	171,253,209
G	codex.turn-thread-id	identity.session_id	header	x-codex-turn-metadata/$.thread_id		none		openai		0.95	171,253,209
G	codex.vcs	workspace.vcs	body	$..workspaces.*.latest_git_commit_hash		none		openai		0.95	171,253,209
G	codex.version	toolchain.tool_version	header	version	^\d+\.\d+\.\d+.*$	none		openai		0.95	171,253,209
G	common.acceptance	behaviour.acceptance	body	$..~suggestion_accepted|is_accepted|acceptance|tool_call_decision|accepted_suggestion|completion_accepted|edit_accepted|user_decision|accept_count|reject_count|accepted_count|rejected_count|acceptance_rate|edit_rejected|suggestion_rejected|suggestion_state|accepted_characters|accepted_chars|num_accepted|diff_accepted	(?i)^(\d+(?:\.\d+)?|true|false|accept(?:ed)?|reject(?:ed)?|auto_accept|modify|discard(?:ed)?|dismissed)$	none				0.75	338,339
G	common.account	identity.account_id	body	$..~user_id|account_id|account_uuid|user_uuid|customer_id|member_id|profile_id|end_user_id|enduser_id|external_user_id|principal_id|user_account_id|user_account_uuid|github_user_id|actor_id|auth_user_id|owner_id|user_auth_id|user_key|subject_id|uin	^([A-Za-z0-9|:@._-]{3,128})$	none				0.7	338,339
G	common.agent-program	toolchain.tool_version	body	$..~user_agent|useragent|client_user_agent|http_useragent|user_agent_original	^([A-Za-z][A-Za-z0-9_.-]*/v?\d+\.[^\n]+)$	none				0.6	338,339
G	common.analytics	identity.analytics_id	body	$..~anonymous_id|anon_id|anonymous_user_id|distinct_id|anon_distinct_id|stable_id|visitor_id|analytics_id|tracking_id|amplitude_id|amplitude_device_id|mixpanel_distinct_id|ga_client_id|segment_anonymous_id|advertising_id|idfa|gaid|telemetry_id|metrics_id|metrics_user_id|ajs_anonymous_id|unique_id|copilot_tracking_id|copilot_trackingid|analytics_tracking_id|gh_tracking_id|telemetry_user_id|analytics_user_id	^[{]?([0-9A-Za-z][0-9A-Za-z_.:|@-]{7,127})[}]?$	none				0.8	338,339
G	common.architecture	machine.architecture	body	$..~arch|architecture|cpu_arch|cpu_architecture|os_arch|os_architecture|host_arch|platform_arch|goarch|process_arch|machine|client_arch|device_arch|system_arch|machine_arch|processor_architecture|platform_machine|node_arch|common_arch|common_nodearch|runtime_arch	(?i)^(x86_64|x86-64|x64|x86|amd64|arm64|arm64e|aarch64|arm|armv[5-8][a-z]*|i[3-6]86|ia32|x32|riscv64|ppc64(?:le)?|s390x|loong64|mips(?:64)?(?:el)?)$	none				0.85	338,339
G	common.architecture-in-platform	machine.architecture	body	$..~platform|os|os_description|os_name|platform_string|system|os_version	[ _;,(-](x86_64|aarch64|arm64|amd64)	none				0.75	338,339
G	common.base-url	network.base_url	body	$..~base_url|api_base|api_base_url|custom_base_url|openai_base_url|openai_api_base|anthropic_base_url|anthropic_api_url|api_endpoint|gateway_url|provider_base_url|llm_base_url|custom_endpoint|azure_endpoint|base_url_host|api_base_url_host|api_host|model_base_url|inference_url|endpoint_url|openai_api_url|ollama_host|llm_endpoint	^((?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]+(?::\d+)?(?:/[^\n ]*)?|https?://[^\n ]+)$	none				0.8	338,339
G	common.branch	workspace.branch	body	$..~branch|git_branch|branch_name|current_branch|head_ref|vcs_ref_head_name|ref_name|default_branch|base_branch|git_ref|head_branch|vcs_branch|github_ref_name|git_head_ref	^([A-Za-z0-9][A-Za-z0-9_./#+@-]{1,199})$	none				0.75	338,339
G	common.browser	machine.browser	body	$..~browser|browser_name|browser_version|browser_family|browser_brand|browser_engine|brands|browser_full|browser_major|browser_agent|browser_user_agent	^([A-Za-z0-9][A-Za-z0-9 ._/-]{1,64})$	none				0.75	338,339
G	common.browser-agent	machine.browser	body	$..~user_agent|useragent|ua|raw_user_agent|http_useragent|http_user_agent|navigator_user_agent|device_user_agent|browser_ua|user_agent_original|user_agent_string|client_user_agent	^(Mozilla/\d.*)$	none				0.85	338,339
G	common.ci	machine.ci	body	$..~is_ci|ci|ci_name|ci_provider|in_ci|is_github_action|is_github_actions|ci_environment|running_in_ci|github_workflow|gh_workflow_name|github_event_name|ci_platform|is_ci_environment|ci_runner|gitlab_ci|github_run_id|github_actor_id|ci_system|runner_os|is_gitlab_ci|continuous_integration|github_actions_runner_environment|github_actions_runner_os|is_claude_code_action	^([A-Za-z0-9][A-Za-z0-9 _.-]{0,64})$	none				0.75	338,339
G	common.cloud	machine.cloud_resource	body	$..~cloud_provider|cloud_platform|cloud_region|cloud_availability_zone|availability_zone|instance_type|cloud_resource_id|cloud_instance_type|aws_region|ec2_instance_id|cloud_zone|gce_instance|cloud_resource|cloud_role_instance	^([A-Za-z][A-Za-z0-9 :/_.-]{1,128})$	none				0.75	338,339
G	common.cloud-account	account.cloud_account	body	$..~cloud_account_id|gcp_project|gcp_project_id|google_cloud_project|aws_account_id|azure_subscription_id|azure_tenant_id|gcloud_project|vertex_project|aws_account|google_project_id|cloudaicompanion_project|gcp_project_number|azure_resource_group	^([A-Za-z0-9][A-Za-z0-9 :._-]{3,80})$	none				0.8	338,339
G	common.command-line	workspace.command_line	body	$..~command_line|cmdline|cmd_line|cli_args|command_args|process_args|argv|sys_argv|process_argv|command_line_args|launch_args|process_command_line|process_command_args|process_command|cli_arguments|raw_command|shell_command|original_command|exec_args|invocation|startup_args	^((?:.|\n)+)$	none				0.75	338,339
G	common.commit	workspace.commit	body	$..~commit|commit_id|commit_sha|commit_hash|git_commit|git_commit_sha|git_sha|head_sha|head_commit|revision|revision_id|git_revision|vcs_revision|git_commit_hash|latest_git_commit_hash|vcs_ref_head_revision|head_commit_hash|last_commit|git_head|commit_ref|base_commit|github_sha|current_commit|parent_commit	^([0-9a-f]{7,40}|[0-9a-f]{64})(?:-dirty)?$	none				0.75	338,339
G	common.container	machine.container	body	$..~is_docker|in_docker|docker|is_container|in_container|containerized|container_id|container_name|container_runtime|container_type|docker_version|docker_compose_version|k8s_pod_name|k8s_namespace_name|pod_name|kubernetes_pod_name|startup_is_docker|is_kubernetes|deployment_environment|inside_container|running_in_docker|container_image|remote_container_id	^([A-Za-z0-9][A-Za-z0-9 _.:/,-]{0,128})$	none				0.75	338,339
G	common.country	place.region	body	$..~country|country_code|country_name|geo_country|geo_country_code|geoip_country_code|geoip_country_name|user_country|user_country_code|geo_region|geo_city|geoip_city_name|city|region_name|user_region|device_country|store_country|billing_country|registration_country|ai_region	^([A-Z]{2,3}|[A-Z][a-z]+(?:[ -][A-Za-z]+){0,4})$	none				0.75	338,339
G	common.cpu-count	machine.cpu_count	body	$..~cpu_count|cpus|cores|num_cpus|core_count|cpu_cores|hardware_concurrency|processor_count|logical_cpus|cpu_threads|n_cpus|num_cores|cpu_count_logical|ncpu|cpu_core_count|logical_processors|physical_cores|cpu_num|logical_cores|physical_cpus|device_cpu_count|num_processors|cpu_logical_cores	^(\d{1,4})$	none				0.8	338,339
G	common.cpu-model	machine.cpu_model	body	$..~cpu_model|cpu_name|cpu_brand|cpu|processor|cpu_model_name|processor_name|processor_model|cpu_description|cpu_info|cpu_type|cpu_brand_string|cpus|common_cpu|host_cpu_model_name|cpu_vendor	(?i)^(.*(?:intel|amd |amd epyc|ryzen|xeon|epyc|apple m\d|cortex|snapdragon|qualcomm|neoverse|graviton|ampere|threadripper|core\(tm\)).*|apple m\d.*)$	none				0.85	338,339
G	common.device	identity.device_id	body	$..~device_id|device_uuid|dev_device_id|client_device_id|client_deviceid|device_identifier|device_unique_id|hashed_device_id|vscode_dev_device_id|vscodedevdeviceid|did|device_hash	^[{]?([0-9A-Za-z][0-9A-Za-z_.:-]{11,127})[}]?$	none				0.8	338,339
G	common.distribution	machine.distribution	body	$..~distro|linux_distro|distribution|distro_id|os_distro|linux_distribution|distro_name|linux_distro_id|linux_distro_name|os_name|os_id|os_pretty_name|os_distribution|os_description|host_distro	(?i)^((?:debian|ubuntu|fedora|arch ?linux|alpine|centos|rhel|red hat|rocky|almalinux|suse|opensuse|nixos|gentoo|linux ?mint|manjaro|kali|amzn|amazon linux|pop!?_os|void|elementary|raspbian|oracle linux)(?:[ /_-].*|\d.*)?)$	none				0.85	338,339
G	common.distribution-version	machine.distribution	body	$..~distro_version|linux_distro_version|distro_release|os_distro_version|linux_distribution_version|distro_codename	^([0-9a-z][0-9A-Za-z. ()-]{1,40})$	none				0.8	338,339
G	common.edit-activity	behaviour.edit_activity	body	$..~lines_added|lines_removed|lines_of_code|chars_added|ai_added_lines|user_added_lines|added_lines|removed_lines|ai_added_chars|user_added_chars|chars_written|num_lines_changed|edit_count|lines_deleted|lines_changed|ai_removed_lines|user_removed_lines|characters_added|lines_written|lines_modified|keystrokes|typed_characters|keystroke_count|edit_duration|milliseconds_since_first_event|active_time|lines_inserted|chars_typed|num_edits|editor_active_time	^(\d+(?:\.\d+)?)$	none				0.75	338,339
G	common.editor	toolchain.editor	body	$..~editor|editor_name|ide|ide_name|ide_type|ide_client|host_app|app_host|editor_type|app_name|platform|host_ide|editor_info|client_name|ide_kind|editor_family|vscode_app_name|common_product|host_application|product_name|vscode_edition|common_vscodeuikind	(?i)^((?:vscode|vs code|visual studio(?: code)?|code - oss|vscodium|cursor|windsurf|intellij|idea|pycharm|webstorm|goland|phpstorm|rubymine|clion|rider|datagrip|jetbrains|neovim|nvim|vim|emacs|zed|sublime|xcode|eclipse|android studio|fleet|trae|kiro|antigravity|positron|jupyter|theia)(?:[ /_-].*)?)$	none				0.8	338,339
G	common.editor-version	toolchain.editor	body	$..~ide_version|editor_version|vscode_version|host_version|app_host_version|common_vscodeversion|ide_build|editor_build|vscode_commit|vscodeversion|ide_ver|vs_code_version|jetbrains_version	^((?:[A-Za-z]+/)?v?\d+(?:\.\d+)+[^\n]{0,40})$	none				0.8	338,339
G	common.email	identity.email	body	$..~email|email_address|user_email|client_email|account_email|git_email|git_user_email|contact_email|author_email|committer_email|primary_email|useremail|mail|user_mail|login_email	^([^@ <>]{1,64}@[^@ <>]+\.[A-Za-z]{2,})$	none				0.9	338,339
G	common.entrypoint	toolchain.entry_point	body	$..~entrypoint|entry_point|originator|ui_mode|surface|launch_source|invocation_source|launch_mode|app_entrypoint|client_surface|cc_entrypoint|start_source|agent_entrypoint|integration_id|copilot_integration_id|launch_type	^([A-Za-z][A-Za-z0-9 _./:-]{1,64})$	none				0.7	338,339
G	common.environment	workspace.environment_variable	body	$..~env_vars|environment_variables|env_var|environ|env_keys|env_var_names|process_environment_variable|environment_variable_names	^((?:.|\n)+)$	none				0.75	338,339
G	common.extensions	toolchain.extensions	body	$..~extensions|plugins|extension_ids|installed_extensions|enabled_plugins|extension_names|installed_plugins|plugin_names|enabled_extensions|extension_name|extensions_count|plugin_count|active_extensions|common_extname|extension_id|plugin_ids	^([A-Za-z0-9@][A-Za-z0-9 ,._@/-]*)$	none				0.7	338,339
G	common.feature-use	behaviour.feature_use	body	$..~event_name|event_type|slash_command|command_name|tool_name|feature_name|action_name|event_action|event_category|event_key|gen_ai_tool_name|function_name_used|telemetry_event|event_label|operation_name|run_type|span_kind|screen_name	^([A-Za-z$\[][A-Za-z0-9 _.:/$\[\]-]{2,120})$	none				0.6	338,339
G	common.features	toolchain.features	body	$..~feature_flags|experiments|experiment_ids|active_feature_flags|abexp|abexp_assignment|enabled_features|experiment_assignments|beta_features|experiment_id|variation_id|feature_flag|active_flags|flag_key|gates|betas|assignment_context|exp_assignments|feature_gate|enabled_betas|flights|abexp_features|experiment_key|gate_name|experiment_name|config_name	^([A-Za-z0-9@$][A-Za-z0-9 ,;:._@/=$|-]*)$	none				0.7	338,339
G	common.feedback	behaviour.feedback_text	body	$..~feedback|feedback_text|survey_response|user_feedback|feedback_comment|survey_text|bug_description|feedback_message|research_feedback_content|survey_answer	^([^\n{\[]{2,} (?:.|\n)+)$	none				0.75	338,339
G	common.file-path	workspace.file_path	body	$..~file_path|filepath|file_name|filename|abs_path|absolute_path|document_uri|active_file|current_file|open_files|open_tabs|visible_files|relative_path|relative_file_path|document_path|target_file|file_uri|files_read|script_path|program_path|notebook_path|relative_workspace_path|file_full_path|opened_files	^((?:file://|vscode-[a-z]+://)?(?:[A-Za-z]:)?[^\n?*<>|]*[/\\][^/\n?*<>|]{1,200}\.[A-Za-z0-9]{1,12})$	none				0.75	338,339
G	common.gpu	machine.gpu	body	$..~gpu|gpu_model|gpu_name|gpu_info|webgl_renderer|gpu_renderer|unmasked_renderer|webgl_vendor|webgl_unmasked_renderer|graphics_card|gpu_type|gpu_vendor|gpus|gpu_device|cuda_device|renderer|graphics	(?i)^(.*(?:nvidia|geforce|radeon|intel|apple m\d|angle|mali|adreno|rtx|swiftshader|llvmpipe|mesa|tesla|a100|h100|quadro|apple gpu).*)$	none				0.85	338,339
G	common.gpu-count	machine.gpu	body	$..~gpu_count|num_gpus|gpu_memory|gpu_memory_total|vram	^(\d+(?:\.\d+)?)$	none				0.6	338,339
G	common.home	identity.home_path	body	$..~home|home_dir|home_directory|homedir|home_path|user_home|user_home_dir|userprofile|user_profile_path	^((?:/(?:home|Users|root|var/home|export/home)/?|[A-Za-z]:[\\/]Users[\\/])[^\n]*)$	none				0.85	338,339
G	common.hostname	machine.hostname	body	$..~hostname|host_name|computer_name|computername|machine_name|node_name|nodename|fqdn|local_hostname|dns_host_name|pc_name|system_hostname|host_hostname|os_hostname|hostname_full	^([A-Za-z0-9][A-Za-z0-9_-]{1,62}|[A-Za-z0-9][A-Za-z0-9.-]+\.(?:local|lan|internal|corp|home|intranet|localdomain|localnet|private|example)|[A-Za-z0-9]+-[A-Za-z0-9-]*\d[A-Za-z0-9-]*\.[A-Za-z0-9.-]+)$	none				0.85	338,339
G	common.install	toolchain.install_method	body	$..~install_method|install_source|installation_source|install_type|release_channel|update_channel|distribution_channel|app_channel|installer|installation_method|install_channel|app_release_channel|build_type|installed_via|install_kind|release_stage|package_channel|build_channel|distribution_type|auto_update_channel	^([A-Za-z][A-Za-z0-9 _./-]{1,64})$	none				0.7	338,339
G	common.installation	identity.installation_id	body	$..~installation_id|install_id|installation_uuid|install_uuid|client_install_id|app_install_id|installid|app_installation_id|user_install_id|rollout_id	^[{]?([0-9A-Za-z][0-9A-Za-z_.:-]{7,127})[}]?$	none				0.85	338,339
G	common.instructions	workspace.instructions	body	$..~has_agents_md|has_claude_md|agents_md|claude_md|has_cursor_rules|cursor_rules|user_rules|project_rules|custom_instructions|has_custom_instructions|instructions_file|memory_files|rules_files|global_instructions|user_instructions|project_instructions|has_gemini_md|context_file_names	^((?:.|\n)+)$	none				0.7	338,339
G	common.kernel	machine.kernel	body	$..~kernel|kernel_version|kernel_release|linux_kernel|os_kernel_version|kernel_build|uname|os_release|platform_release|os_version|kernel_name|os_kernel	^((?:Linux |Darwin )?\d+\.\d+\.\d+[-+.][0-9A-Za-z][^\n{}]{1,120}|#\d+[ -][^\n{}]*SMP[^\n{}]*)$	none				0.85	338,339
G	common.language-bare	place.locale	body	$..~locale|browser_language|browser_locale|system_language|system_locale|ui_language|ui_locale|os_locale|os_language|user_locale|app_locale|display_language|device_language|device_locale|client_locale|preferred_language|browser_language_prefix|vscode_language|interface_language	^([a-z]{2})$	none				0.6	338,339
G	common.language-id	workspace.language	body	$..~programming_language|language_id|code_language|file_extension|file_ext|file_language|editor_language|detected_language|source_language|languageid|programming_languages|languages_used|document_language|file_extensions|code_languages|primary_language|language|language_name|active_language	(?i)^\.?(python|py|javascript|js|jsx|typescript|ts|tsx|typescriptreact|javascriptreact|swift|go|golang|rust|rs|java|kotlin|kt|c|cpp|c\+\+|csharp|c#|cs|ruby|rb|php|scala|haskell|hs|elixir|erlang|lua|perl|r|julia|dart|shellscript|bash|sh|powershell|sql|html|css|scss|less|json|jsonc|yaml|yml|toml|xml|markdown|md|mdx|vue|svelte|astro|dockerfile|makefile|ipynb|jupyter|zig|nim|ocaml|fsharp|objective-c|terraform|hcl|proto|graphql|plaintext|txt|clojure|groovy|solidity|h|hpp|m|mm)$	none				0.75	338,339
G	common.latency	behaviour.latency	body	$..~duration|duration_ms|latency|latency_ms|ttft|ttft_ms|elapsed_ms|time_to_first_token|time_to_first_token_ms|response_time|response_time_ms|retry_count|elapsed_time|elapsed_time_ms|request_duration_ms|api_duration_ms|total_duration_ms|load_time|execution_time|execution_time_ms|duration_seconds|processing_time_ms|response_latency_ms|duration_api_ms|ai_latency|tool_duration_ms|completion_start_time|latency_seconds|wall_time_ms|duration_sec|time_taken_ms	^(\d+(?:\.\d+)?)$	none				0.65	338,339
G	common.llm-model	toolchain.model	body	$..~model|model_name|model_id|llm_model|ls_model_name|gen_ai_request_model|gen_ai_response_model|default_model|selected_model|embedding_model|chat_model|ai_model|ai_model_id|main_model|weak_model|editor_model|request_model|response_model|current_model|model_slug|base_model|model_key|llm|llm_model_name|current_model_id|embedding_model_name|completion_model|model_uid|requested_model	(?i)^((?:[a-z0-9_.-]+[/:]){0,3}[a-z0-9_.-]*(?:gpt|claude|gemini|llama|mistral|mixtral|qwen|deepseek|sonnet|opus|haiku|command-[ra]|grok|kimi|glm-|codestral|devstral|magistral|gemma|phi-|text-embedding|nova-|titan|davinci|whisper|dall-e|nemotron|minimax|ernie|doubao|hunyuan|kat-coder|granite|jamba|yi-|o[134]-|composer-|swe-|codex|starcoder|embed-)[a-z0-9_.:@/\[\]-]*|o[134])$	none				0.8	338,339
G	common.local-time	place.local_time	body	$..~local_time|local_timestamp|local_datetime|client_local_time|local_time_ms|device_local_time|user_local_time	^(\d[\d:.TZ/, AaPpMm+-]{7,40})$	none				0.75	338,339
G	common.locale	place.locale	body	$..~locale|lang|language|languages|browser_language|browser_locale|user_language|system_language|system_locale|ui_language|ui_locale|os_locale|os_language|user_locale|app_locale|app_language|display_language|device_language|device_locale|client_language|client_locale|preferred_language|preferred_languages|culture|locale_id|accept_language_tag|vscode_language|interface_language	^([a-z]{2,3}(?:[-_]H[a-z]{3})?[-_](?:[A-Za-z]{2}|\d{3}|H[a-z]{3})(?:[.@][A-Za-z0-9@.-]+)?)$	none				0.8	338,339
G	common.mac	identity.mac_address	body	$..~mac|mac_address|mac_addr|macs|host_mac|hw_address|hardware_address|mac_machine_id|ethernet_address|telemetry_mac_machine_id|mac_hash	^([0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12}|[0-9a-f]{32,64})$	none				0.85	338,339
G	common.machine-id	identity.machine_id	body	$..~machine_id|machine_guid|hardware_id|hwid|host_id|machine_uuid|platform_uuid|io_platform_uuid|system_uuid|smbios_uuid|serial_number|device_serial|device_serial_number|vscode_machine_id|common_vscodemachineid|vscodemachineid|sqm_id|computer_id|machine_hash|machine_token|common_sqmid|common_devdeviceid|telemetry_machine_id|ext_device_local_id	^[{]?([0-9A-Za-z][0-9A-Za-z_.:|@-]{7,127})[}]?$	none				0.85	338,339
G	common.mcp	toolchain.mcp_servers	body	$..~mcp_servers|mcp_server_names|mcp_tools|mcp_server_name|mcp_server|mcp_server_count|mcp_servers_count|nb_mcp_servers|mcp_tool_name|mcp_tool_count|mcp_tools_count|mcp_server_ids|configured_mcp_servers|mcp_server_url|mcp_server_type|num_mcp_servers|mcp_client_name|mcp_server_command|mcp_server_scope	^([A-Za-z0-9@][A-Za-z0-9 ,._@:/+-]*)$	none				0.75	338,339
G	common.memory	machine.memory_total	body	$..~total_memory|memory_total|ram|ram_total|mem_total|total_mem|system_memory|memory_gb|ram_gb|device_memory|memory_size|total_ram|physical_memory|constrained_memory|memory_total_bytes|total_memory_mb|total_memory_gb|total_memory_bytes|memory_mb|ram_mb|ram_total_gb|constrained_memory_bytes|device_memory_size|system_memory_total|max_memory	(?i)^(\d+(?:\.\d+)?(?: ?[kmgt]i?b?)?)$	none				0.8	338,339
G	common.model	machine.model	body	$..~device_model|device_name_model|model_identifier|hw_model|hardware_model|device_manufacturer|manufacturer|device_brand|device_family|host_model|device_product|product_model|mac_model|host_type	^([A-Za-z][A-Za-z0-9 ,._()/+-]{2,80})$	none				0.75	338,339
G	common.organization	identity.organization_id	body	$..~organization_id|organisation_id|org_id|org_uuid|organization_uuid|tenant_id|team_id|workspace_id|company_id|enterprise_id|organization|organisation|organization_name|org_name|team_name|tenant|tenant_name|company|company_name|enterprise|org_slug|organization_slug|account_group	^([A-Za-z0-9][A-Za-z0-9 ._:|-]{2,128})$	none				0.7	338,339
G	common.os	machine.os	body	$..~os|os_name|os_type|os_family|platform|platform_name|platform_system|operating_system|operating_system_name|system|client_os|device_os|host_os|goos|sys_platform|os_platform|common_os|os_description|os_pretty_name|os_full_name|osname|mp_os|user_os|runtime_os|node_platform|process_platform	(?i)^((?:linux|darwin|mac ?os(?: ?x)?|macintosh|macintel|windows|win32|win64|freebsd|openbsd|netbsd|android|ios|ipados|ubuntu|debian|fedora|chrome ?os|wsl)(?:[ /_;:(-].*|\d.*)?)$	none				0.85	338,339
G	common.os-version	machine.os_version	body	$..~os_version|os_release|os_build|os_build_version|os_description|device_os_version|client_os_version|client_os_release|host_os_version|system_version|platform_release|operating_system_version|osversion|common_osversion|common_platform_version|windows_version|macos_version|os_full|os_ver|os_pretty_name|os_display_version|common_platformversion|os_long_name	^([^\n{}]{0,80}\d[^\n{}]{0,80})$	none				0.8	338,339
G	common.package-manager	toolchain.package_manager	body	$..~package_manager|package_managers|npm_version|pnpm_version|yarn_version|pip_version|uv_version|node_package_manager|installer_package_manager	(?i)^((?:npm|pnpm|yarn|bun|pip|pipx|uv|poetry|conda|brew|homebrew|cargo|apt|dnf|winget|scoop|choco|nix)[^\n]{0,60}|\d+\.\d+[^\n ]{0,20})$	none				0.75	338,339
G	common.path	workspace.path	body	$..~cwd|working_directory|working_dir|workdir|work_dir|workspace_path|workspace_folder|workspace_folders|workspace_root|workspace_roots|project_path|project_root|project_dir|project_directory|current_working_directory|current_directory|current_dir|pwd|repo_path|repo_root|repository_root|repository_path|workspace_directory|workspace_dir|root_path|root_uri|git_root|worktree|worktree_path|folder_path|folder_uri|source_root|workspace_uri|process_working_directory|launch_dir|directory|project_folder	^(?:file://)?((?:/[^/\x00]{2,}|[A-Za-z]:[\\/]|\\\\[A-Za-z0-9])[^\n]*)$	none				0.8	338,339
G	common.person	identity.person_name	body	$..~full_name|first_name|last_name|given_name|family_name|real_name|git_user_name|git_author_name|user_full_name|author_name|committer_name|user_display_name|git_name	^([^ 0-9@/_{}<>:\\][^0-9@/_{}<>:\\]{1,60})$	none				0.75	338,339
G	common.plan	account.plan	body	$..~plan|plan_type|subscription|subscription_type|subscription_plan|account_type|user_tier|tier|license_type|billing_plan|plan_name|membership_type|subscription_tier|user_plan|copilot_plan|copilot_sku|sku|account_plan|user_type|customer_type|plan_tier|licence_type|subscription_status|rate_limit_tier|chatgpt_plan_type|is_pro|has_subscription|is_paying	(?i)^((?:free|pro|team|teams|plus|max|enterprise|business|trial|hobby|individual|premium|student|ultra|basic|starter|paid|unpaid|external|ant|internal|community|educational|edu|go|lite|standard|personal|copilot_[a-z_]+|free_[a-z_]+|true|false|active|trialing)(?:[ _-].*)?)$	none				0.75	338,339
G	common.privacy	account.privacy_setting	body	$..~telemetry_enabled|telemetry_level|do_not_track|dnt|opt_out|opted_out|ghost_mode|privacy_mode|analytics_enabled|data_collection|optout|opt_out_preference|analytics_opt_out|telemetry_opt_in|telemetry_setting|data_sharing|training_opt_out|codewhisperer_optout|usage_statistics_enabled|is_telemetry_enabled|telemetry_disabled|data_collection_opt_out|allow_training|telemetry_mode|opt_in|share_data|privacy_level|telemetry_opt_out|content_collection|has_opted_out|no_storage	(?i)^(true|false|on|off|all|none|error|crash|optin|optout|opt-in|opt-out|yes|no|0|1|enabled|disabled|off-by-policy|no_storage|privacy|standard)$	none				0.75	338,339
G	common.project	workspace.project_name	body	$..~project_name|workspace_name|package_name|repo_short_name|project_slug|solution_name|langsmith_project|langchain_project|app_project	^([A-Za-z0-9@][A-Za-z0-9 ._/@-]{1,100})$	none				0.75	338,339
G	common.prompt	content.prompt	body	$..~gen_ai_prompt|gen_ai_completion|gen_ai_input_messages|gen_ai_output_messages|gen_ai_system_instructions|gen_ai_prompt_json|ai_prompt|ai_prompt_messages|ai_response_text|llm_prompts|llm_completions|ai_input|ai_output|ai_output_choices|traceloop_entity_input|traceloop_entity_output|prompt_text|user_prompt|user_prompt_text|gen_ai_request_messages|gen_ai_response_text|input_value|output_value|langfuse_observation_input|langfuse_observation_output|langfuse_trace_input|langfuse_trace_output|ai_prompt_text|llm_input_messages|llm_output_messages|completion_text|user_query|user_input|user_message_text|gen_ai_tool_input|gen_ai_tool_output	^((?:.|\n)+)$	none				0.75	338,339
G	common.prompt-size	behaviour.prompt_size	body	$..~prompt_length|input_length|text_length|message_length|prompt_chars|query_length|prompt_size|prompt_char_count|input_text_char_length|user_prompt_length|prompt_character_count|chars_sent|input_chars|message_char_count|num_prompt_chars|prompt_line_count	^(\d+(?:\.\d+)?)$	none				0.75	338,339
G	common.proxy	network.proxy	body	$..~proxy|http_proxy|https_proxy|all_proxy|proxy_url|proxy_host|proxy_server|using_proxy|is_proxy|has_proxy|proxy_enabled|proxy_type|proxy_configured|proxy_support|proxy_address|use_proxy	(?i)^(true|false|on|off|override|fallback|(?:https?|socks[45]?h?)://.+|[A-Za-z0-9.-]+:\d{2,5})$	none				0.8	338,339
G	common.region	place.region	body	$..~region	^([A-Z]{2})$	none				0.6	338,339
G	common.remote	machine.remote_workspace	body	$..~remote_name|common_remotename|is_remote|is_remote_workspace|remote_workspace|is_ssh|remote_type|codespace|codespace_name|remote_environment_type|is_devcontainer|is_dev_container|is_codespaces|is_codespace|remote_authority|is_ssh_session|ssh_session|is_remote_session|is_claude_code_remote|remote_kind|vscode_remote_name|is_gitpod	^([A-Za-z][A-Za-z0-9 +_.-]{0,64})$	none				0.75	338,339
G	common.repository	workspace.repository	body	$..~repository_url|repo_url|git_url|remote_url|git_remote|git_remote_url|origin_url|repository|repo|repository_name|repo_name|git_repo|github_repository|repo_full_name|repository_full_name|git_repository_url|git_repo_url|vcs_repository_url_full|repo_hash|repository_name_hash|gh_repository_name_hash|git_repo_hash|git_origin|remote_origin|repo_slug|git_remote_hash|repository_id|repository_hash|git_repository|scm_url|git_origin_url|repo_id|remote_urls|git_remotes|hashed_remote_url|project_remote|job_repo|git_project	^((?:https?|ssh|git|git\+ssh)://[^\n ]+|[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+:[^\n ]+|[A-Za-z0-9][A-Za-z0-9_.-]*/[A-Za-z0-9_.-]+|[0-9a-f]{12,64})$	none				0.8	338,339
G	common.resource-use	machine.resource_use	body	$..~free_memory|memory_free|used_memory|memory_usage|mem_used|rss|heap_used|heap_total|cpu_percent|cpu_usage|memory_rss|memory_used|disk_used|disk_free|load_average|available_memory|memory_in_bytes|virtual_memory_in_bytes|memory_percent|system_memory_percent|process_memory|rss_bytes|heap_used_bytes|heap_size_limit|external_memory|cpu_time|disk_usage|memory_available|usage_as_percentage|usage_as_percent|disk_total|disk_size|storage_size|free_storage|free_disk_space	^(\d+(?:\.\d+)?)$	none				0.7	338,339
G	common.runtime	toolchain.runtime	body	$..~runtime|runtime_name|runtime_environment|py_implementation|python_implementation|language_runtime|telemetry_sdk_language|sdk_language|process_runtime_name|python_runtime|js_runtime|interpreter|engine|runtimes|client_language_runtime|sdk_lang|lang_runtime|implementation|fern_language|client_runtime|client_source|lib_language	(?i)^((?:node|node\.?js|bun|deno|cpython|python|pypy|go|golang|java|jvm|kotlin|dotnet|\.net|ruby|php|electron|rust|browser|webjs|nodejs|javascript|typescript|swift|erlang|elixir|c\+\+|cpp)(?:[ /_-]?v?\d[^\n]*)?)$	none				0.75	338,339
G	common.runtime-version	toolchain.runtime	body	$..~runtime_version|node_version|python_version|go_version|goversion|java_version|bun_version|deno_version|language_version|dotnet_version|ruby_version|php_version|rust_version|electron_version|jvm_version|nodejs_version|process_runtime_version|interpreter_version|py_version|python_full_version|process_version|chrome_version|v8_version|swift_version|language_runtime_version|runtime_ver|perl_version|python_runtime_version	^((?:v|go|Python |Node |node-)?\d+(?:\.\d+)*[^\n]{0,80})$	none				0.8	338,339
G	common.screen	machine.screen	body	$..~screen|screen_resolution|screen_size|screen_width|screen_height|viewport|viewport_width|viewport_height|viewport_size|display_resolution|window_size|device_pixel_ratio|pixel_ratio|screen_density|screen_dpi|inner_width|inner_height|screen_avail_width|screen_avail_height|window_width|window_height|display_width|display_height|color_depth|screen_color_depth|available_screen_size	^(\d{1,5}(?:\.\d+)?(?: ?[xX,*] ?\d{2,5}(?:[xX]\d+)?)?)$	none				0.75	338,339
G	common.sdk-version	toolchain.sdk_version	body	$..~sdk_version|lib_version|library_version|telemetry_sdk_version|telemetry_sdk_name|client_lib_version|client_library_version|langchain_version|langchain_core_version|otel_version|sdk_name|sdk|lib|library|mp_lib|lib_name|client_library|telemetry_distro_version|package_version|fern_sdk_name|fern_sdk_version|sdk_info|analytics_version|agent_sdk_version|langsmith_version|sdkname|sdkversion|sdk_runtime|sdk_package|openai_version|anthropic_version_sdk|library_name	^((?:[@A-Za-z][A-Za-z0-9 _.@:/-]{1,64}|[A-Za-z@][A-Za-z0-9_.@/-]*[/@ ]?v?\d+\.[^\n ]{1,40}|v?\d+(?:\.\d+)+[^\n ]{0,40}))$	none				0.7	338,339
G	common.session	identity.session_id	body	$..~session_id|session_uuid|conversation_id|thread_id|chat_id|chat_session_id|app_session_id|session_key|parent_session_id|launch_id|vscode_session_id|vscodesessionid|common_vscodesessionid|agent_session_id|conversation_uuid|cascade_id|session_token_id|interaction_id|task_session_id|window_id|trace_session_id|helicone_session_id	^[{]?([0-9A-Za-z][0-9A-Za-z_.:|/-]{7,127})[}]?$	none				0.75	338,339
G	common.settings	toolchain.settings	body	$..~approval_mode|permission_mode|auto_approve|auto_approval_enabled|sandbox_mode|sandbox_policy|reasoning_effort|edit_format|output_format|vim_mode|is_interactive|non_interactive|interactive|approval_policy|color_theme|theme|mode_slug|current_mode|agent_mode|kiro_agent_mode|debug_mode|yolo_mode|auto_accept|setting_mode|chat_mode|permission_level|goose_mode|output_style|reasoning_summary|auto_compact|log_user_prompts_enabled|auth_type|auth_method|auth_mode|login_method|editor_mode	^([A-Za-z0-9][A-Za-z0-9 _.:/-]{0,100})$	none				0.65	338,339
G	common.shell	toolchain.shell	body	$..~shell|shell_type|default_shell|user_shell|shell_name|shell_path|login_shell|terminal_shell|comspec|shell_kind	(?i)^((?:[A-Za-z]:)?(?:[/\\][^\n/\\]{1,60})*[/\\]?(?:bash|zsh|fish|dash|ksh|tcsh|nu|nushell|pwsh|powershell|cmd|git-bash|xonsh|elvish|sh)(?:\.exe)?(?: [^\n]{1,40})?)$	none				0.8	338,339
G	common.skills	toolchain.skills	body	$..~skills|skill_names|skill_name|subagents|subagent_type|subagent_name|agent_names|custom_agents|slash_commands|custom_commands|skill|skills_count|nb_skills|agent_type_name|num_skills|custom_modes|installed_skills	^([A-Za-z0-9@][A-Za-z0-9 ,._@:/+-]*)$	none				0.65	338,339
G	common.source-address	place.source_address	body	$..~ip|ip_address|client_ip|user_ip|remote_addr|remote_ip|source_ip|real_ip|public_ip|location_ip	^((?:[1-9]|1[1-9]|[2-9]\d|1[01]\d|12[0-689]|1[3-6]\d|17[013-9]|18\d|19[013-9]|2[0-4]\d|25[0-5])\.\d{1,3}\.\d{1,3}\.\d{1,3})$	none				0.75	338,339
G	common.stack	workspace.stack_trace	body	$..~stack|stack_trace|stacktrace|error_stack|exception_stack|traceback|error_stacktrace|exception_stacktrace|callstack|call_stack|error_stack_trace|stack_frames|exception_stack_trace|error_trace|backtrace|component_stack|raw_stack|panic_stack	((?:^|\n) *at [^\n]+(?:\n(?:.|\n)*)?|File "(?:.|\n)+|[^\n ]+\.(?:go|rs|py|rb|ts|js):\d+(?:.|\n)*)	none				0.8	338,339
G	common.status	workspace.status	body	$..~git_status|git_diff_stat|git_log|recent_commits|uncommitted_changes|git_changes|working_tree_status|dirty_files	^((?:.|\n)+)$	none				0.7	338,339
G	common.telemetry-key	account.telemetry_key	body	$..~write_key|ikey|instrumentation_key|client_token|telemetry_api_key|public_key|sentry_key|dsn_public_key|dd_client_token|sentry_dsn|tracking_key|analytics_key|posthog_api_key|amplitude_api_key|application_key_public	^((?:phc_|pub|client-|o:|InstrumentationKey=)?[A-Za-z0-9-]{12,80})$	none				0.7	338,339
G	common.temp-path	workspace.temp_path	body	$..~tmp_dir|temp_dir|tmpdir|temp_path|tmp_path|cache_dir|cache_path|cache_directory|temporary_directory|temp_directory|scratch_dir|project_temp_dir	^(?:file://)?((?:/[^/\x00]{2,}|[A-Za-z]:[\\/]|\\\\[A-Za-z0-9])[^\n]*)$	none				0.75	338,339
G	common.tenure	behaviour.tenure	body	$..~first_seen|days_since_install|session_number|install_date|first_run|session_count|total_sessions|is_first_session|is_new_user|first_session|launch_count|install_time|days_active|first_session_date|first_launch|is_first_launch|install_age_days|num_startups|startup_count|first_token_date|account_age_days|common_firstsessiondate|common_lastsessiondate|common_isnewsession|is_first_run|user_age_days|num_sessions|signup_date|first_open|first_use	^([A-Za-z0-9][A-Za-z0-9 ,:.+-]{0,40})$	none				0.7	338,339
G	common.terminal	toolchain.terminal	body	$..~terminal|term|term_program|terminal_type|terminal_emulator|terminal_name|term_program_version|colorterm|terminal_app|terminal_program|tty_program	(?i)^((?:xterm|screen|tmux|iterm|vscode|wezterm|ghostty|alacritty|kitty|apple_terminal|terminal\.app|windows[ _-]?terminal|konsole|gnome|vte|hyper|warp|cursor|zed|linux|ansi|dumb|rxvt|foot|jetbrains|jediterm|cmder|conemu|putty|mintty|ssh|truecolor|unknown-tty|non-interactive|tabby|rio|st-)[^\n]{0,60})$	none				0.75	338,339
G	common.timezone	place.timezone	body	$..~timezone|time_zone|tz|tz_name|timezone_name|timezone_id|iana_timezone|user_timezone|user_time_zone|client_timezone|local_timezone|system_timezone|browser_timezone|culture_timezone|device_timezone|os_timezone	^((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada|Brazil|Mexico|Chile)/[A-Za-z_/+-]+\d{0,2}|[A-Z][A-Za-z. ]+ (?:Standard|Daylight) Time|UTC)$	none				0.85	338,339
G	common.tool-version	toolchain.tool_version	body	$..~app_version|client_version|extension_version|plugin_version|cli_version|tool_version|agent_version|product_version|service_version|application_version|host_app_version|core_version|program_version|app_build_version|ext_version|client_app_version|extension_ver|common_extversion|app_ver|plugin_ver|installed_version|current_version|application_ver|editor_plugin_version|product_ver|release_version|wandb_version|cli_ver|language_server_version|server_version|ide_plugin_version|copilot_version|cline_version|crewai_version|langflow_version|mem0_version|goose_version	^(v?\d+(?:\.\d+)+[^\n ]{0,60})$	none				0.75	338,339
G	common.uptime	machine.uptime	body	$..~uptime|boot_time|system_uptime|process_uptime|uptime_seconds|uptime_ms|os_uptime|app_uptime|boot_timestamp|up_time|uptime_secs|device_boot_time|host_uptime	^(\d[\dTZ:.+-]*)$	none				0.75	338,339
G	common.usage	behaviour.usage	body	$..~input_tokens|output_tokens|prompt_tokens|completion_tokens|total_tokens|cache_read_input_tokens|cache_creation_input_tokens|cost_usd|total_cost|tokens_used|cached_tokens|reasoning_tokens|token_count|cached_input_tokens|total_cost_usd|prompt_token_count|candidates_token_count|total_token_count|input_token_count|output_token_count|cached_token_count|thoughts_token_count|gen_ai_usage_input_tokens|gen_ai_usage_output_tokens|gen_ai_usage_prompt_tokens|gen_ai_usage_completion_tokens|llm_usage_total_tokens|tokens_in|tokens_out|total_input_tokens|total_output_tokens|ai_usage_prompt_tokens|ai_usage_completion_tokens|ai_input_tokens|ai_output_tokens|ai_total_cost_usd|usage_input|usage_output|cost_in_usd|thinking_tokens|llm_token_count_prompt|llm_token_count_completion|llm_token_count_total|message_count|num_turns	^(\d+(?:\.\d+)?)$	none				0.7	338,339
G	common.username	identity.username	body	$..~username|user_name|os_user|os_username|os_user_name|system_user|system_username|current_user|logged_in_user|unix_user|process_owner|process_user_name|user_login|host_user|login_name|osuser|whoami|git_user|github_login|github_username|host_username	^([A-Za-z][A-Za-z0-9._-]{1,31})$	none				0.75	338,339
G	common.utc-offset	place.utc_offset	body	$..~utc_offset|timezone_offset|time_zone_offset|tz_offset|gmt_offset|utc_offset_minutes|timezone_offset_minutes|tz_offset_minutes|timezone_offset_min	^((?:UTC|GMT)?[+-]?\d{1,2}(?::?\d{2})?|-?\d{1,3}|-?\d{4,5})$	none				0.75	338,339
G	common.vcs	workspace.vcs	body	$..~vcs|vcs_type|vcs_kind|is_git_repo|is_git_repository|is_git|has_git|in_git_repo|git_repo_present|scm|scm_type|is_repo|git_enabled|has_git_repo|is_inside_git_repo	(?i)^(true|false|git|hg|mercurial|svn|jj|jujutsu|perforce|yes|no)$	none				0.8	338,339
G	common.virtualization	machine.virtualization	body	$..~is_vm|vm_likelihood|is_vm_likelyhood|is_vm_likelihood|is_virtual_machine|hypervisor|virtualization|virtual_machine|vm_type|virtualization_type|is_virtualized|hypervisor_vendor	^([A-Za-z0-9][A-Za-z0-9 ._-]{0,64})$	none				0.75	338,339
G	common.wsl	machine.wsl	body	$..~is_wsl|wsl|wsl_version|wsl_distro|wsl_distro_name|in_wsl|is_wsl2|wsl_interop	^([A-Za-z0-9][A-Za-z0-9 ._-]{0,64})$	none				0.75	338,339
G	common.wsl-kernel	machine.wsl	body	$..~os_release|os_version|kernel|kernel_version|kernel_release|linux_kernel|platform|os_description	(microsoft-standard-WSL\d?|Microsoft-WSL\d?)	none				0.85	338,339
G	crewai.agents-model	toolchain.model	body	$..attributes[key=crew_agents]/$[*].llm		none		crewai		0.95	80
G	crewai.cpu-band	machine.cpu_count	body	$..attributes[key=cpu_band]		none		crewai		0.95	80
G	crewai.cpus	machine.cpu_count	body	$..attributes[key=cpus]		none		crewai		0.95	80
G	crewai.crew-fingerprint	identity.session_id	body	$..attributes[key=crew_fingerprint]		none		crewai		0.95	80
G	crewai.crew-id	identity.session_id	body	$..attributes[key=crew_id]		none		crewai		0.95	80
G	crewai.crew-process	toolchain.settings	body	$..attributes[key=crew_process]		none		crewai		0.95	80
G	crewai.crewai-version	toolchain.tool_version	body	$..attributes[key=crewai_version]		none		crewai		0.95	80
G	crewai.duration-ms	behaviour.latency	body	$..attributes[key=duration_ms]		none		crewai		0.95	80
G	crewai.platform	machine.os_version	body	$..attributes[key=platform]		none		crewai		0.95	80
G	crewai.platform-release	machine.kernel	body	$..attributes[key=platform_release]		none		crewai		0.95	80
G	crewai.platform-system	machine.os	body	$..attributes[key=platform_system]		none		crewai		0.95	80
G	crewai.platform-version	machine.kernel	body	$..attributes[key=platform_version]		none		crewai		0.95	80
G	crewai.python-version	toolchain.runtime	body	$..attributes[key=python_version]		none		crewai		0.95	80
G	crewai.runtime-context	machine.container	body	$..attributes[key=runtime_context]		none		crewai		0.95	80
G	crewai.span-name	behaviour.feature_use	body	$..spans[*].name		none		crewai		0.95	80
G	datadog.host	machine.hostname	body	$..host	^([A-Za-z0-9][A-Za-z0-9._-]{2,})$	none		datadog,honeycomb		0.9	325,326,327,328
G	datadog.hostname	machine.hostname	body	$[*].hostname	^([A-Za-z0-9][A-Za-z0-9._-]{2,})$	none		datadog		0.9	325,326,327,328
G	datadog.key	account.telemetry_key	header	dd-api-key	^(.{8,})$	none				0.9	325,326,327,328
G	datadog.query-key	account.telemetry_key	query	dd-api-key	^(.{8,})$	none				0.9	325,326,327,328
G	datadog.query-tags	toolchain.tool_version	query	ddtags	version:([^,]+)	none				0.9	325,326,327,328
G	datadog.rum-anonymous	identity.analytics_id	body	$.usr.anonymous_id		none				0.9	325,326,327,328
G	datadog.rum-application	account.telemetry_key	body	$.application.id		none				0.9	325,326,327,328
G	datadog.rum-email	identity.email	body	$.usr.email	^(.+@.+)$	none				0.9	325,326,327,328
G	datadog.rum-height	machine.screen	body	$.display.viewport.height		none				0.9	325,326,327,328
G	datadog.rum-name	identity.person_name	body	$.usr.name		none				0.9	325,326,327,328
G	datadog.rum-session	identity.session_id	body	$.session.id		none				0.9	325,326,327,328
G	datadog.rum-user	identity.account_id	body	$.usr.id		none				0.9	325,326,327,328
G	datadog.rum-width	machine.screen	body	$.display.viewport.width		none				0.9	325,326,327,328
G	datadog.source	toolchain.runtime	body	$..ddsource		none		datadog		0.5	325,326,327,328
G	datadog.tags-host	machine.hostname	body	$..ddtags	host:([^,]+)	none				0.9	325,326,327,328
G	datadog.tags-version	toolchain.tool_version	body	$..ddtags	version:([^,]+)	none				0.9	325,326,327,328
G	fern.kernel	machine.kernel	header	x-fern-platform	^[a-z]+/(\d+\.\d+\.\d+[-+.].+)$	none				0.9	329,330,331,332
G	fern.language	toolchain.runtime	header	x-fern-language		none				0.9	329,330,331,332
G	fern.os	machine.os	header	x-fern-platform	^([a-z]+)	none				0.9	332
G	fern.runtime	toolchain.runtime	header	x-fern-runtime		none				0.9	329,330,331,332
G	gemini.account	account.cloud_account	request-line		/projects/([a-z][a-z0-9-]{4,60})/	none				0.9	325,326,327,328
G	gemini.location	place.service_region	request-line		/locations/([a-z]+-[a-z]+\d+)/	none				0.9	325,326,327,328
G	gemini.privileged	identity.installation_id	header	x-gemini-api-privileged-user-id		none				0.9	325,326,327,328
G	gemini.project	account.cloud_account	body	$.project	^([a-z][a-z0-9-]{4,60})$	none		google		0.9	325,326,327,328
G	gemini.prompt-id	identity.session_id	body	$.user_prompt_id		none				0.9	325,326,327,328
G	grok.bundle	workspace.source_code	request-line		^(/v1/storage)$	none		xai		0.6	325,326,327,328	reported to carry the whole repository as a git bundle
G	growthbook.id	identity.analytics_id	body	$.attributes.id		none		growthbook		0.9	325,326,327,328
G	growthbook.url	behaviour.feature_use	body	$.attributes.url		none		growthbook		0.9	325,326,327,328
G	helicone.key	account.api_key	header	helicone-auth	^(?:Bearer )?(.{8,})$	secret				0.9	329,330,331,332
G	helicone.session	identity.session_id	header	helicone-session-id		none				0.9	329,330,331,332
G	helicone.session-name	workspace.project_name	header	helicone-session-name		none				0.9	329,330,331,332
G	helicone.user	identity.account_id	header	helicone-user-id		none				0.9	329,330,331,332
G	host.ark-region	place.service_region	tls	sni	^ark\.([a-z]+-[a-z]+(?:-\d)?)\.(?:volces|bytepluses)\.com$	none				0.9	340
G	host.augment-tenant	identity.organization_id	tls	sni	^([a-z0-9][a-z0-9-]*)\.api\.augmentcode\.com$	none				0.9	48
G	host.aws-alias	identity.organization_id	tls	sni	^([a-z0-9][a-z0-9-]*)\.awsapps\.com$	none				0.9	341
G	host.aws-region	place.service_region	tls	sni	^(?:bedrock|bedrock-runtime|bedrock-agent|bedrock-agent-runtime|runtime\.sagemaker|q|oidc|sso|portal\.sso|codewhisperer)(?:-fips)?\.([a-z]{2,3}(?:-[a-z]+){1,3}-\d)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$	none				0.9	27,342
G	host.azure-endpoint	account.cloud_account	tls	sni	^([a-z0-9][a-z0-9-]*)\.[a-z]+\d?\.(?:models\.ai|inference\.ai|inference\.ml)\.azure\.com$	none				0.9	158,160
G	host.azure-endpoint-region	place.service_region	tls	sni	^[a-z0-9][a-z0-9-]*\.([a-z]+\d?)\.(?:models\.ai|inference\.ai|inference\.ml)\.azure\.com$	none				0.9	158,160
G	host.azure-region	place.service_region	tls	sni	^([a-z]+\d?)\.api\.cognitive\.microsoft\.com$	none				0.9	343
G	host.azure-resource	account.cloud_account	tls	sni	^([a-z0-9][a-z0-9-]*)\.(?:openai|cognitiveservices|services\.ai)\.azure\.com$	none				0.9	343
G	host.copilot-plan	account.plan	tls	sni	\.(individual|business|enterprise)\.githubcopilot\.com$	none				0.9	261
G	host.dashscope-region	place.service_region	tls	sni	^dashscope-([a-z]{2,6})\.aliyuncs\.com$	none				0.9	344
G	host.databricks-workspace	identity.organization_id	tls	sni	^(?:adb|dbc)-([a-z0-9-]{6,})(?:\.\d+)?\.(?:azuredatabricks\.net|cloud\.databricks\.com)$	none				0.9	87,345
G	host.github-tenant	identity.organization_id	tls	sni	^(?:[a-z0-9-]+\.)?([a-z0-9][a-z0-9-]*)\.ghe\.com$	none				0.9	261
G	host.hugging-face-region	place.service_region	tls	sni	^[a-z0-9]+\.([a-z]{2}-[a-z]+-?\d)\.(?:aws|gcp|azure)\.endpoints\.huggingface\.cloud$	none				0.9	134
G	host.openai-region	place.service_region	tls	sni	^(us|eu|au|ca|jp|in|sg|kr|ae|gb)\.api\.openai\.com$	none				0.9	346
G	host.oracle-region	place.service_region	tls	sni	^(?:code\.aiservice|inference\.generativeai)\.([a-z]{2}-[a-z]+-\d)\.oci\.oraclecloud\.com$	none				0.9	177
G	host.snowflake-account	account.cloud_account	tls	sni	^([a-z0-9][a-z0-9_-]*)(?:\.[a-z0-9-]+){0,3}\.snowflakecomputing\.(?:com|cn)$	none				0.9	205
G	host.snowflake-region	place.service_region	tls	sni	^[a-z0-9][a-z0-9_-]*\.([a-z]+-[a-z]+(?:-[a-z]+)?-?\d)(?:\.[a-z]+)?\.snowflakecomputing\.(?:com|cn)$	none				0.9	205
G	host.vertex-multi-region	place.service_region	tls	sni	^aiplatform\.([a-z]{2})\.rep\.googleapis\.com$	none				0.9	347
G	host.vertex-region	place.service_region	tls	sni	^([a-z]+-[a-z]+\d+)-aiplatform\.googleapis\.com$	none				0.9	347
G	host.watsonx-region	place.service_region	tls	sni	^([a-z]{2}-[a-z]+)\.ml\.cloud\.ibm\.com$	none				0.9	135
G	host.xai-region	place.service_region	tls	sni	^([a-z]+-[a-z]+-\d)\.api\.x\.ai$	none				0.9	348
G	langfuse.event	behaviour.feature_use	body	$.batch[*].type		none		langfuse		0.9	325,326,327,328
G	langfuse.input	content.prompt	body	$.batch[*].body.input		none				0.9	325,326,327,328
G	langfuse.output	content.prompt	body	$.batch[*].body.output		none				0.9	325,326,327,328
G	langfuse.public-key	account.telemetry_key	header	x-langfuse-public-key	^(pk-lf-.+)$	none				0.9	329,330,331,332
G	langfuse.sdk	toolchain.sdk_version	header	x-langfuse-sdk-version	^(\d.*)$	none				0.9	329,330,331,332
G	langfuse.sdk-name	toolchain.sdk_version	header	x-langfuse-sdk-name		none				0.9	329,330,331,332
G	langfuse.user	identity.account_id	body	$.batch[*].body.userId		none				0.9	325,326,327,328
G	langsmith.batch-project	workspace.project_name	body	$.post[*].session_name		none				0.9	325,326,327,328
G	langsmith.batch-run	behaviour.feature_use	body	$.post[*].name		none				0.9	325,326,327,328
G	langsmith.env-langchain-callbacks-background	workspace.environment_variable	body	$..metadata.LANGCHAIN_CALLBACKS_BACKGROUND		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langchain-endpoint	workspace.environment_variable	body	$..metadata.LANGCHAIN_ENDPOINT		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langchain-project	workspace.environment_variable	body	$..metadata.LANGCHAIN_PROJECT		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langchain-tracing-v2	workspace.environment_variable	body	$..metadata.LANGCHAIN_TRACING_V2		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langsmith-endpoint	workspace.environment_variable	body	$..metadata.LANGSMITH_ENDPOINT		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langsmith-project	workspace.environment_variable	body	$..metadata.LANGSMITH_PROJECT		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langsmith-tracing	workspace.environment_variable	body	$..metadata.LANGSMITH_TRACING		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.env-langsmith-workspace-id	workspace.environment_variable	body	$..metadata.LANGSMITH_WORKSPACE_ID		none				0.9	325,326,327,328	an environment variable of that name
G	langsmith.input	content.prompt	body	$..kwargs.content	^(.+)$	none		langchain		0.9	325,326,327,328
G	langsmith.output	content.prompt	body	$..generations[*][*].text		none		langchain		0.9	325,326,327,328
G	langsmith.part-project	workspace.project_name	body	$['post.*']/$.session_name		none				0.9	325,326,327,328
G	langsmith.plain-input	content.prompt	body	$..inputs.messages[*].content		none		langchain		0.9	325,326,327,328
G	langsmith.project	workspace.project_name	body	$.session_name		none				0.9	325,326,327,328
G	langsmith.run	behaviour.feature_use	body	$['post.*']/$.name		none				0.9	325,326,327,328
G	langsmith.versions	workspace.dependencies	body	$..lc_versions.*	^(\d.*)$	none				0.9	325,326,327,328
G	launchdarkly.key	identity.analytics_id	body	$..context.key		none		launchdarkly		0.9	325,326,327,328
G	launchdarkly.path	identity.analytics_id	request-line		/contexts/([A-Za-z0-9_=-]{16,})	none				0.9	325,326,327,328	base64 of the context
G	mixpanel.brand	machine.model	body	$..properties.$brand		none				0.9	325,326,327,328
G	mixpanel.carrier	network.proxy	body	$..properties.$carrier		none				0.5	325,326,327,328	network operator
G	mixpanel.event	behaviour.feature_use	body	$[*].event	^([A-Za-z$].+)$	none		mixpanel		0.9	325,326,327,328
G	mixpanel.model	machine.model	body	$..properties.$model		none				0.9	325,326,327,328
G	mixpanel.single-token	account.telemetry_key	body	$.properties.token	^([0-9a-f]{32})$	none				0.9	325,326,327,328
G	mixpanel.token	account.telemetry_key	body	$[*].properties.token	^([0-9a-f]{32})$	none				0.9	325,326,327,328
G	newrelic.host	machine.hostname	body	$[*].common.attributes.hostname		none				0.9	325,326,327,328
G	openai.cache-key	identity.session_id	body	$.prompt_cache_key		none				0.7	325,326,327,328
G	openai.metadata-user	identity.account_id	body	$.metadata.user		none				0.9	325,326,327,328
G	openai.safety	identity.account_id	body	$.safety_identifier		none				0.9	325,326,327,328
G	openai.user	identity.account_id	body	$.user	^([^ ]{2,128})$	none				0.7	325,326,327,328
G	otlp.cloud-account-id	account.cloud_account	body	$..attributes[key=cloud.account.id]		none				0.95	349,350
G	otlp.cloud-provider	machine.cloud_resource	body	$..attributes[key=cloud.provider]		none				0.95	349,350
G	otlp.cloud-region	machine.cloud_resource	body	$..attributes[key=cloud.region]		none				0.95	349,350
G	otlp.container-id	machine.container	body	$..attributes[key=container.id]		none				0.95	349,350
G	otlp.gen-ai-request-model	toolchain.model	body	$..attributes[key=gen_ai.request.model]		none				0.95	349,350
G	otlp.host-arch	machine.architecture	body	$..attributes[key=host.arch]		none				0.95	349,350
G	otlp.host-cpu-model-name	machine.cpu_model	body	$..attributes[key=host.cpu.model.name]		none				0.95	349,350
G	otlp.host-id	identity.machine_id	body	$..attributes[key=host.id]		none				0.95	349,350
G	otlp.host-ip	network.private_address	body	$..attributes[key=host.ip]		none				0.95	349,350
G	otlp.host-mac	identity.mac_address	body	$..attributes[key=host.mac]		none				0.95	349,350
G	otlp.host-name	machine.hostname	body	$..attributes[key=host.name]		none				0.95	349,350
G	otlp.host-type	machine.model	body	$..attributes[key=host.type]		none				0.95	349,350
G	otlp.k8s-pod-name	machine.container	body	$..attributes[key=k8s.pod.name]		none				0.95	349,350
G	otlp.organization-id	identity.organization_id	body	$..attributes[key=organization.id]		none				0.95	349,350
G	otlp.os-description	machine.os_version	body	$..attributes[key=os.description]		none				0.95	349,350
G	otlp.os-name	machine.os	body	$..attributes[key=os.name]		none				0.95	349,350
G	otlp.os-type	machine.os	body	$..attributes[key=os.type]		none				0.95	349,350
G	otlp.os-version	machine.os_version	body	$..attributes[key=os.version]		none				0.95	349,350
G	otlp.process-command	workspace.command_line	body	$..attributes[key=process.command]		none				0.95	349,350
G	otlp.process-command-args	workspace.command_line	body	$..attributes[key=process.command_args]		none				0.95	349,350
G	otlp.process-command-line	workspace.command_line	body	$..attributes[key=process.command_line]		none				0.95	349,350
G	otlp.process-executable-path	workspace.file_path	body	$..attributes[key=process.executable.path]		none				0.95	349,350
G	otlp.process-owner	identity.username	body	$..attributes[key=process.owner]		none				0.95	349,350
G	otlp.process-runtime-name	toolchain.runtime	body	$..attributes[key=process.runtime.name]		none				0.95	349,350
G	otlp.process-runtime-version	toolchain.runtime	body	$..attributes[key=process.runtime.version]		none				0.95	349,350
G	otlp.process-working-directory	workspace.path	body	$..attributes[key=process.working_directory]		none				0.95	349,350
G	otlp.service-version	toolchain.tool_version	body	$..attributes[key=service.version]		none				0.95	349,350
G	otlp.session-id	identity.session_id	body	$..attributes[key=session.id]		none				0.95	349,350
G	otlp.telemetry-sdk-version	toolchain.sdk_version	body	$..attributes[key=telemetry.sdk.version]		none				0.95	349,350
G	otlp.terminal-type	toolchain.terminal	body	$..attributes[key=terminal.type]		none				0.95	349,350
G	otlp.user-account-uuid	identity.account_id	body	$..attributes[key=user.account_uuid]		none				0.95	349,350
G	otlp.user-email	identity.email	body	$..attributes[key=user.email]		none				0.95	349,350
G	otlp.user-id	identity.account_id	body	$..attributes[key=user.id]		none				0.95	349,350
G	otlp.vcs-ref-head-name	workspace.branch	body	$..attributes[key=vcs.ref.head.name]		none				0.95	349,350
G	otlp.vcs-ref-head-revision	workspace.commit	body	$..attributes[key=vcs.ref.head.revision]		none				0.95	349,350
G	otlp.vcs-repository-url-full	workspace.repository	body	$..attributes[key=vcs.repository.url.full]		none				0.95	349,350
G	portkey.key	account.api_key	header	x-portkey-api-key	^(.{8,})$	secret				0.9	329,330,331,332
G	portkey.user	identity.account_id	header	x-portkey-metadata/$._user		none				0.9	329,330,331,332
G	posthog.ai-input	content.prompt	body	$..properties.$ai_input[*].content		none				0.9	325,326,327,328
G	posthog.ai-model	toolchain.model	body	$..properties.$ai_model		none				0.9	325,326,327,328
G	posthog.ai-output	content.prompt	body	$..properties.$ai_output_choices[*].content		none				0.9	325,326,327,328
G	posthog.aider-version	toolchain.tool_version	body	$..properties.aider_version		none		posthog		0.95	351,352,353
G	posthog.anonymous	identity.analytics_id	body	$..$anon_distinct_id		none				0.9	325,326,327,328
G	posthog.app-version	toolchain.tool_version	body	$..properties.$app_version		none		posthog		0.95	351,352,353
G	posthog.arch	machine.architecture	body	$..properties.arch		none		posthog		0.95	351,352,353
G	posthog.browser	machine.browser	body	$..properties.$browser		none		posthog		0.95	351,352,353
G	posthog.cost	behaviour.usage	body	$..properties.cost		none		posthog		0.95	351,352,353
G	posthog.country	place.region	body	$..properties.$geoip_country_code		none		posthog		0.95	351,352,353
G	posthog.device-id	identity.analytics_id	body	$..properties.$device_id		none		posthog		0.95	351,352,353
G	posthog.distinct-id	identity.analytics_id	body	$..distinct_id		none		posthog		0.95	351,352,353
G	posthog.edit-format	toolchain.settings	body	$..properties.edit_format		none		posthog		0.95	351,352,353
G	posthog.event	behaviour.feature_use	body	$.batch[*].event		none		posthog		0.95	351,352,353
G	posthog.exception	workspace.stack_trace	body	$..properties.$exception_list[*].stacktrace.frames[*].filename		none				0.9	325,326,327,328
G	posthog.geoip-switch	account.privacy_setting	body	$..properties.$geoip_disable		none		posthog		0.95	351,352,353
G	posthog.group	identity.organization_id	body	$..properties.$groups.*		none				0.9	325,326,327,328
G	posthog.ip	place.source_address	body	$..properties.$ip		none		posthog		0.95	351,352,353
G	posthog.key	account.telemetry_key	body	$.api_key		none		posthog		0.95	351,352,353
G	posthog.library	toolchain.sdk_version	body	$..properties.$lib_version		none		posthog		0.95	351,352,353
G	posthog.locale	place.locale	body	$..properties.$locale		none		posthog		0.95	351,352,353
G	posthog.machine	machine.architecture	body	$..properties.machine	^(?:x86_64|x64|amd64|arm64|aarch64|i686)$	none		posthog		0.95	351,352,353
G	posthog.model	toolchain.model	body	$..properties.model		none		posthog		0.95	351,352,353
G	posthog.os	machine.os	body	$..properties.$os		none		posthog		0.95	351,352,353
G	posthog.os-distribution	machine.distribution	body	$..properties.$os_distro		none		posthog		0.95	351,352,353
G	posthog.os-version	machine.os_version	body	$..properties.$os_version		none		posthog		0.95	351,352,353
G	posthog.person-email	identity.email	body	$..properties.$set.email		none				0.9	325,326,327,328
G	posthog.person-name	identity.person_name	body	$..properties.$set.name		none				0.9	325,326,327,328
G	posthog.platform	machine.os	body	$..properties.os_platform		none		posthog		0.95	351,352,353
G	posthog.python	toolchain.runtime	body	$..properties.$python_version		none		posthog		0.95	351,352,353
G	posthog.python-runtime	toolchain.runtime	body	$..properties.$python_runtime		none		posthog		0.95	351,352,353
G	posthog.query-token	account.telemetry_key	query	token	^(phc_.+)$	none				0.9	325,326,327,328
G	posthog.release	machine.kernel	body	$..properties.os_release	^\d+\.\d+\.\d+.*$	none		posthog		0.95	351,352,353
G	posthog.screen-height	machine.screen	body	$..properties.$screen_height		none		posthog		0.95	351,352,353
G	posthog.screen-width	machine.screen	body	$..properties.$screen_width		none		posthog		0.95	351,352,353
G	posthog.session-id	identity.session_id	body	$..properties.$session_id		none		posthog		0.95	351,352,353
G	posthog.single-event	behaviour.feature_use	body	$.event		none		posthog		0.95	351,352,353
G	posthog.source	workspace.source_code	body	$..properties.$exception_list[*].stacktrace.frames[*].context_line		none				0.9	325,326,327,328
G	posthog.timezone	place.timezone	body	$..properties.$timezone		none		posthog		0.95	351,352,353
G	posthog.token	account.telemetry_key	body	$..token	^phc_.+$	none		posthog		0.95	351,352,353
G	posthog.tokens	behaviour.usage	body	$..properties.prompt_tokens		none		posthog		0.95	351,352,353
G	posthog.tokens-total	behaviour.usage	body	$..properties.total_tokens		none		posthog		0.95	351,352,353
G	posthog.url	behaviour.feature_use	body	$..properties.$current_url		none				0.9	325,326,327,328
G	posthog.user	identity.account_id	body	$..properties.$user_id		none				0.9	325,326,327,328
G	posthog.window	identity.session_id	body	$..properties.$window_id		none				0.9	325,326,327,328
G	prompt.aider-file-tree	workspace.file_tree	body	$.messages[*].content	^Here are (?:summaries|the filenames) of some files present in my git repository[^#]*first\.\s+([^:]+)	none				0.95	354,355
G	prompt.aider-repository	workspace.vcs	body	$.messages[*].content	operating inside a git repository	none				0.95	354,355
G	prompt.aider-source	workspace.source_code	body	$.messages[*].content	^Here are summaries of some files present in my git repository[^#]*(│[^\n]+)	none				0.95	354,355
G	prompt.memory-file	workspace.instructions	body	$..text	Contents of ([^\n]+(?:CLAUDE|AGENTS|GEMINI)(?:\.local)?\.md)	none				0.95	354,355
G	prompt.user-email	identity.email	body	$..text	[Tt]he user's email address is ([^ \n]+[a-z])	none				0.95	354,355
G	rollbar.branch	workspace.branch	body	$.data.server.branch		none				0.9	325,326,327,328
G	rollbar.code	workspace.command_line	body	$.data.server.argv[*]		none				0.9	325,326,327,328
G	rollbar.host	machine.hostname	body	$.data.server.host		none				0.9	325,326,327,328
G	rollbar.root	workspace.path	body	$.data.server.root		none				0.9	325,326,327,328
G	router.referer	toolchain.tool_version	header	http-referer	^(https?://.+)$	none				0.9	329,330,331,332	the calling program, told to a router
G	router.title	toolchain.tool_version	header	x-title	^([A-Za-z].+)$	none				0.9	329,330,331,332	the calling program, told to a router
G	segment.app	toolchain.tool_version	body	$..context.app.version		none				0.9	325,326,327,328
G	segment.app-name	toolchain.tool_version	body	$..context.app.name		none				0.9	325,326,327,328
G	segment.device-name	machine.hostname	body	$..context.device.name	^([A-Za-z0-9][A-Za-z0-9._-]{2,62})$	none				0.9	325,326,327,328
G	segment.event	behaviour.feature_use	body	$.batch[*].event		none		segment,rudderstack		0.9	325,326,327,328
G	segment.library	toolchain.sdk_version	body	$..context.library.name		none				0.9	325,326,327,328
G	segment.network	network.proxy	body	$..context.network.carrier		none				0.5	325,326,327,328	network operator
G	segment.page	behaviour.feature_use	body	$..context.page.path		none		segment,rudderstack		0.9	325,326,327,328
G	segment.referrer	behaviour.feature_use	body	$..context.page.referrer	^(https?://.+)$	none		segment,rudderstack		0.9	325,326,327,328
G	segment.single-event	behaviour.feature_use	body	$.event		none		segment,rudderstack		0.9	325,326,327,328
G	segment.user	identity.account_id	body	$..userId	^(.{2,128})$	none				0.9	325,326,327,328
G	segment.write-key	account.telemetry_key	body	$.writeKey		none				0.9	325,326,327,328
G	sentry.absolute-path	workspace.file_path	body	$.exception.values[*].stacktrace.frames[*].abs_path		none		sentry		0.95	356,198,357
G	sentry.app-memory	machine.resource_use	body	$.contexts.app.app_memory		none		sentry		0.9	325,326,327,328
G	sentry.app-start	machine.uptime	body	$.contexts.app.app_start_time		none		sentry		0.9	325,326,327,328
G	sentry.app-version	toolchain.tool_version	body	$.contexts.app.app_version		none		sentry		0.9	325,326,327,328
G	sentry.arch	machine.architecture	body	$.contexts.device.arch		none		sentry		0.95	356,198,357
G	sentry.arguments	workspace.command_line	body	$.extra['sys.argv'][*]		none		sentry		0.95	356,198,357
G	sentry.auth-key	account.telemetry_key	header	x-sentry-auth	sentry_key=([0-9a-f]+)	none				0.95	356,198,357
G	sentry.boot-time	machine.uptime	body	$.contexts.device.boot_time		none		sentry		0.95	356,198,357
G	sentry.breadcrumb	behaviour.feature_use	body	$.breadcrumbs.values[*].message		none		sentry		0.9	325,326,327,328
G	sentry.breadcrumb-arguments	workspace.command_line	body	$.breadcrumbs.values[*].data.arguments[*]		none		sentry		0.9	325,326,327,328
G	sentry.breadcrumb-category	behaviour.feature_use	body	$.breadcrumbs.values[*].category		none		sentry		0.9	325,326,327,328
G	sentry.breadcrumb-url	behaviour.feature_use	body	$.breadcrumbs.values[*].data.url		none		sentry		0.9	325,326,327,328
G	sentry.browser	machine.browser	body	$.contexts.browser.name		none		sentry		0.9	325,326,327,328
G	sentry.cloud	machine.cloud_resource	body	$.contexts.cloud_resource.*		none		sentry		0.9	325,326,327,328
G	sentry.context-line	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].context_line		none		sentry		0.95	356,198,357
G	sentry.cpu	machine.cpu_model	body	$.contexts.device.cpu_description		none		sentry		0.95	356,198,357
G	sentry.cpu-count	machine.cpu_count	body	$.contexts.device.processor_count		none		sentry		0.95	356,198,357
G	sentry.device-family	machine.model	body	$.contexts.device.family		none		sentry		0.9	325,326,327,328
G	sentry.device-name	machine.hostname	body	$.contexts.device.name		none		sentry		0.95	356,198,357
G	sentry.environment	toolchain.settings	body	$.environment		none		sentry		0.9	325,326,327,328
G	sentry.exception	behaviour.feature_use	body	$.exception.values[*].type		none		sentry		0.9	325,326,327,328
G	sentry.feedback	behaviour.feedback_text	body	$.contexts.feedback.message		none		sentry		0.9	325,326,327,328
G	sentry.feedback-email	identity.email	body	$.contexts.feedback.contact_email		none		sentry		0.9	325,326,327,328
G	sentry.flag	toolchain.features	body	$.contexts.flags.values[*].flag		none		sentry		0.9	325,326,327,328
G	sentry.frame-file	workspace.stack_trace	body	$.exception.values[*].stacktrace.frames[*].filename	^(.{3,})$	none		sentry		0.9	325,326,327,328
G	sentry.frame-function	workspace.stack_trace	body	$.exception.values[*].stacktrace.frames[*].function		none		sentry		0.95	356,198,357
G	sentry.frame-locals	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].vars.*		none		sentry		0.9	325,326,327,328	values of local variables
G	sentry.frame-path	workspace.stack_trace	body	$.exception.values[*].stacktrace.frames[*].abs_path		none		sentry		0.95	356,198,357
G	sentry.free-memory	machine.resource_use	body	$.contexts.device.free_memory		none		sentry		0.95	356,198,357
G	sentry.geo-city	place.region	body	$.user.geo.city		none		sentry		0.9	325,326,327,328
G	sentry.geo-country	place.region	body	$.user.geo.country_code		none		sentry		0.9	325,326,327,328
G	sentry.gpu	machine.gpu	body	$.contexts.gpu.name		none		sentry		0.9	325,326,327,328
G	sentry.integration	toolchain.extensions	body	$.sdk.integrations[*]		none		sentry		0.9	325,326,327,328
G	sentry.kernel	machine.kernel	body	$.contexts.os.kernel_version		none		sentry		0.95	356,198,357
G	sentry.locale	place.locale	body	$.contexts.culture.locale		none		sentry		0.95	356,198,357
G	sentry.memory	machine.memory_total	body	$.contexts.device.memory_size		none		sentry		0.95	356,198,357
G	sentry.message	content.prompt	body	$.message	^(.{40,})$	none		sentry		0.6	325,326,327,328
G	sentry.model	machine.model	body	$.contexts.device.model		none		sentry		0.95	356,198,357
G	sentry.modules	workspace.dependencies	body	$.modules.*		none		sentry		0.95	356,198,357
G	sentry.os-build	machine.kernel	body	$.contexts.os.build	^(\d+\.\d+\.\d+[-+.].*)$	none		sentry		0.9	325,326,327,328
G	sentry.os-name	machine.os	body	$.contexts.os.name		none		sentry		0.95	356,198,357
G	sentry.os-version	machine.os_version	body	$.contexts.os.version		none		sentry		0.95	356,198,357
G	sentry.post-context	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].post_context[*]		none		sentry		0.95	356,198,357
G	sentry.pre-context	workspace.source_code	body	$.exception.values[*].stacktrace.frames[*].pre_context[*]		none		sentry		0.95	356,198,357
G	sentry.query-key	account.telemetry_key	query	sentry_key		none				0.95	356,198,357
G	sentry.release	toolchain.tool_version	body	$.release		none		sentry		0.95	356,198,357
G	sentry.request-url	network.base_url	body	$.request.url	^(https?://(?:localhost|10\.|192\.168\.|[A-Za-z0-9.-]+\.(?:internal|corp|local|lan)).*)$	none		sentry		0.6	325,326,327,328
G	sentry.runtime-name	toolchain.runtime	body	$.contexts.runtime.name		none		sentry		0.95	356,198,357
G	sentry.runtime-version	toolchain.runtime	body	$.contexts.runtime.version		none		sentry		0.95	356,198,357
G	sentry.sdk	toolchain.sdk_version	body	$.sdk.version		none		sentry		0.95	356,198,357
G	sentry.sdk-name	toolchain.sdk_version	body	$.sdk.name		none		sentry		0.9	325,326,327,328
G	sentry.server-name	machine.hostname	body	$.server_name		none		sentry		0.95	356,198,357
G	sentry.session-id	identity.session_id	body	$.sid		none		sentry		0.9	325,326,327,328
G	sentry.session-user	identity.analytics_id	body	$.did		none		sentry		0.9	325,326,327,328
G	sentry.timezone	place.timezone	body	$.contexts.culture.timezone		none		sentry		0.95	356,198,357
G	sentry.trace-key	account.telemetry_key	body	$.trace.public_key		none		sentry		0.95	356,198,357
G	sentry.trace-organization	identity.organization_id	body	$.trace.org_id		none		sentry		0.95	356,198,357
G	sentry.transaction	behaviour.feature_use	body	$.transaction		none		sentry		0.9	325,326,327,328
G	sentry.user-address	place.source_address	body	$.user.ip_address	^[0-9a-f]+[.:].*$	none		sentry		0.95	356,198,357
G	sentry.user-email	identity.email	body	$.user.email		none		sentry		0.95	356,198,357
G	sentry.user-id	identity.account_id	body	$.user.id		none		sentry		0.95	356,198,357
G	sentry.user-name	identity.username	body	$.user.username		none		sentry		0.95	356,198,357
G	sentry.user-name-plain	identity.person_name	body	$.user.name		none		sentry		0.9	325,326,327,328
G	stainless.architecture	machine.architecture	header	X-Stainless-Arch		none				0.95	358,359
G	stainless.language	toolchain.runtime	header	X-Stainless-Lang		none				0.9	360,296
G	stainless.os	machine.os	header	X-Stainless-OS		none				0.95	358,359
G	stainless.package-version	toolchain.sdk_version	header	X-Stainless-Package-Version	^\d+\.\d+.*$	none				0.95	360,296
G	stainless.retry-count	behaviour.latency	header	X-Stainless-Retry-Count	^\d+$	none				0.8	360,296
G	stainless.runtime	toolchain.runtime	header	X-Stainless-Runtime		none				0.95	360,296
G	stainless.runtime-version	toolchain.runtime	header	X-Stainless-Runtime-Version	^v?\d+\.\d+.*$	none				0.95	360,296
G	statsig.arch	machine.architecture	body	$.statsigMetadata.arch		none		statsig,openai,anthropic		0.95	361,362
G	statsig.client-key	account.telemetry_key	header	statsig-api-key	^client-.+$	none		statsig,openai,anthropic		0.95	361,362
G	statsig.config	toolchain.features	body	$.events[*].metadata.config		none		statsig,openai,anthropic		0.95	361,362
G	statsig.country	place.region	body	$..user.country		none		statsig,openai,anthropic		0.95	361,362
G	statsig.custom-id	identity.analytics_id	body	$..user.customIDs.*		none		statsig,openai,anthropic		0.95	361,362
G	statsig.email	identity.email	body	$..user.email		none		statsig,openai,anthropic		0.95	361,362
G	statsig.event	behaviour.feature_use	body	$.events[*].eventName		none		statsig,openai,anthropic		0.95	361,362
G	statsig.gate	toolchain.features	body	$.events[*].metadata.gate		none		statsig,openai,anthropic		0.95	361,362
G	statsig.language	toolchain.runtime	body	$.statsigMetadata.languageVersion		none		statsig,openai,anthropic		0.95	361,362
G	statsig.locale	place.locale	body	$..user.locale		none		statsig,openai,anthropic		0.95	361,362
G	statsig.metadata-sdk	toolchain.sdk_version	body	$.statsigMetadata.sdkVersion		none		statsig,openai,anthropic		0.95	361,362
G	statsig.metadata-session	identity.session_id	body	$.statsigMetadata.sessionID		none		statsig,openai,anthropic		0.95	361,362
G	statsig.os	machine.os	body	$.statsigMetadata.os		none		statsig,openai,anthropic		0.95	361,362
G	statsig.query-key	account.telemetry_key	query	k	^client-.+$	none		statsig,openai,anthropic		0.95	361,362
G	statsig.sdk	toolchain.sdk_version	header	statsig-sdk-version		none		statsig,openai,anthropic		0.95	361,362
G	statsig.server-key	account.api_key	header	statsig-api-key	^secret-.+$	secret		statsig,openai,anthropic		0.95	361,362
G	statsig.session	identity.session_id	header	statsig-server-session-id		none		statsig,openai,anthropic		0.95	361,362
G	statsig.stable-id	identity.analytics_id	body	$..statsigMetadata.stableID		none		statsig,openai,anthropic		0.95	361,362
G	statsig.user	identity.account_id	body	$..user.userID		none		statsig,openai,anthropic		0.95	361,362
G	trae.query-device	identity.device_id	query	deviceId		none		bytedance		0.9	325,326,327,328
G	trae.query-machine	identity.machine_id	query	machineId		none		bytedance		0.9	325,326,327,328
G	trae.query-user	identity.account_id	query	userId		none		bytedance		0.9	325,326,327,328
G	wandb.arguments	workspace.command_line	body	$..args[*]		none		wandb		0.9	325,326,327,328
G	wandb.cpu	machine.cpu_model	body	$..cpu.model		none		wandb		0.9	325,326,327,328
G	wandb.disk	machine.resource_use	body	$..disk.*.used		none		wandb		0.9	325,326,327,328
G	wandb.email	identity.email	header	x-wandb-user-email		none				0.9	325,326,327,328
G	wandb.entity	identity.organization_id	body	$.variables.entity		none		wandb		0.9	325,326,327,328
G	wandb.entity-name	identity.organization_id	body	$.variables.entityName		none		wandb		0.9	325,326,327,328
G	wandb.executable	workspace.file_path	body	$..executable	^(.*[/\\].+)$	none		wandb		0.9	325,326,327,328
G	wandb.host	machine.hostname	body	$.variables.host		none		wandb		0.9	325,326,327,328
G	wandb.memory	machine.memory_total	body	$..memory.total		none		wandb		0.9	325,326,327,328
G	wandb.metadata-host	machine.hostname	body	$..host	^([A-Za-z0-9][A-Za-z0-9._-]{2,})$	none		wandb		0.9	325,326,327,328
G	wandb.path-entity	identity.organization_id	request-line		^/files/([^/]+)/[^/]+/	none		wandb		0.9	325,326,327,328
G	wandb.path-project	workspace.project_name	request-line		^/files/[^/]+/([^/]+)/	none		wandb		0.9	325,326,327,328
G	wandb.program	workspace.file_path	body	$..program	^(.*[/\\].+)$	none		wandb		0.9	325,326,327,328
G	wandb.project	workspace.project_name	body	$.variables.project		none		wandb		0.9	325,326,327,328
G	wandb.remote	workspace.repository	body	$..git.remote		none		wandb		0.9	325,326,327,328
G	wandb.root	workspace.path	body	$..root	^(/.+|[A-Za-z]:.+)$	none		wandb		0.9	325,326,327,328
G	wandb.username	identity.username	header	x-wandb-username		none				0.9	325,326,327,328
G	zed.event	behaviour.feature_use	body	$.events[*].type	^([A-Za-z].+)$	none		zed		0.9	325,326,327,328

"""#
}
