using OpenTelemetry.Trace;

namespace Tsunagu.ServiceDefaults.Telemetry;

/// <summary>Leaves out the spans of probes and what they cause: they come every few seconds and would bury the calls of people.</summary>
sealed class ProbeSampler : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        foreach (var (key, value) in samplingParameters.Tags ?? [])
            if (key == "url.path" && value is "/health" or "/alive")
                return new SamplingResult(SamplingDecision.Drop);
        return new SamplingResult(SamplingDecision.RecordAndSample);
    }
}
