using System.Globalization;

namespace Tsunagu.Tests.Interop;

/// <summary>What the command line asks for.</summary>
/// <param name="Speakers">Columns to run; empty for all.</param>
/// <param name="SoakIterations">Calls of each soak.</param>
sealed record Options(IReadOnlyList<string> Speakers, int SoakIterations)
{
    public const string Usage = "usage: dotnet run --project tests/Interop [-- --speaker <column> ... --soak-iterations <calls>]";

    /// <summary>Null when the arguments make no sense.</summary>
    public static Options? Parse(string[] args)
    {
        var speakers = new List<string>();
        var iterations = 100;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return null;
            if (args[i] == "--speaker")
                speakers.Add(args[i + 1]);
            else if (args[i] != "--soak-iterations" || !int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out iterations) || iterations < 1)
                return null;
        }
        return new Options(speakers, iterations);
    }
}
