using System.Runtime.CompilerServices;
using Xunit;

namespace Tsunagu.Tests.Contract;

/// <summary>
/// What clients already rely on, one line a promise. A line that is gone breaks them; a new line is added to the file
/// with the change that makes it (run with <c>TSUNAGU_UPDATE_BASELINE=1</c>, then review the difference).
/// </summary>
static class Baseline
{
    public static void Matches(string file, IEnumerable<string> promises, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Baseline", file);
        var now = promises.ToArray();
        if (Environment.GetEnvironmentVariable("TSUNAGU_UPDATE_BASELINE") == "1")
            File.WriteAllLines(path, now);

        Assert.Equal(File.ReadAllLines(path), now);
    }
}
