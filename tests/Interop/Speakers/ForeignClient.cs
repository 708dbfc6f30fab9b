using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>A client in another language, which reports each case as a line of JSON.</summary>
/// <param name="name">Heading of the column.</param>
/// <param name="interpreter">What runs it.</param>
/// <param name="script">Its file below <c>clients/</c>.</param>
/// <param name="cases">Cases that it is told to go through.</param>
/// <param name="door">How it calls.</param>
/// <param name="more">What its program is told beside that.</param>
sealed class ForeignClient(string name, string interpreter, string script, IReadOnlyList<string> cases, Door door = Door.Cleartext, string[]? more = null)
    : Speaker(name, cases)
{
    // Names the file with the certificate to trust; the programs call over TLS when it is there.
    const string RootVariable = "INTEROP_ROOT";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public override async IAsyncEnumerable<Verdict> SpeakAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var program = ForeignProgram.Start(interpreter, [
            ForeignProgram.PathOf(script), run.At(door).Authority, run.Descriptors, string.Join(',', Cases),
            run.SoakIterations.ToString(CultureInfo.InvariantCulture), .. more ?? []],
            door == Door.Tls ? new() { [RootVariable] = run.RootFile } : null);
        while (await program.ReadLineAsync(ct) is { } line)
            yield return Read(line);
        if (await program.WaitForExitAsync(ct) is not 0 and var code)
            throw new InvalidOperationException($"{script} ended with {code}: {program.Errors}");
    }

    static Verdict Read(string line)
    {
        var report = JsonSerializer.Deserialize<Report>(line, Json)!;
        var outcome = report.Result switch
        {
            "passed" => Outcome.Passed,
            "n/a" => Outcome.NotApplicable,
            _ => Outcome.Failed,
        };
        return new Verdict(report.Case, outcome, report.Detail ?? "");
    }

    sealed record Report(string Case, string Result, string? Detail);
}
