using System.Diagnostics;
using Tsunagu.Tests.Interop;
using Tsunagu.Tests.Interop.Host;
using Tsunagu.Tests.Interop.Speakers;
using Tsunagu.Tests.Interop.Wire;

if (Options.Parse(args) is not { } options || options.Speakers.Except(AllSpeakers.Columns.Select(speaker => speaker.Name)).Any())
{
    Console.Error.WriteLine($"{Options.Usage}\ncolumns: {string.Join(", ", AllSpeakers.Columns.Select(speaker => $"'{speaker.Name}'"))}");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(options.SoakIterations));
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
var watch = Stopwatch.StartNew();
var speakers = AllSpeakers.Columns.Where(speaker => options.Speakers.Count == 0 || options.Speakers.Contains(speaker.Name)).ToArray();
var table = new Table(speakers);
var descriptors = Path.GetTempFileName();
var root = Path.GetTempFileName();
try
{
    await NodePackages.InstallAsync(stop.Token);
    await Descriptors.WriteAsync(descriptors, stop.Token);
    await using var host = await TestHost.StartAsync(options.Spoiled);
    await File.WriteAllTextAsync(root, host.Certificate.ExportCertificatePem(), stop.Token);
    var run = new Run(host.Http2, host.Http1, host.Tls, host.Certificate, root, descriptors, options.SoakIterations);
    await Conversation.HoldAsync(speakers, run, table, stop.Token);
}
catch (Exception failure) when (failure is MissingProgramException or InvalidOperationException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
finally
{
    File.Delete(descriptors);
    File.Delete(root);
}
table.Print(Console.Out);
Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");
return table.IsGreen ? 0 : 1;
