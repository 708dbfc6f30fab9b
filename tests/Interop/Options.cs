using System.Globalization;

namespace Tsunagu.Tests.Interop;

/// <summary>What the command line asks for.</summary>
/// <param name="Speakers">Columns to run; empty for all.</param>
/// <param name="SoakIterations">Calls of each soak.</param>
/// <param name="Spoiled">Whether our server answers wrongly, which shows that the cases notice.</param>
sealed record Options(IReadOnlyList<string> Speakers, int SoakIterations, bool Spoiled)
{
    public const string Usage = "usage: dotnet run --project tests/Interop [-- --speaker <column> ... --soak-iterations <calls> --spoiled]";

    /// <summary>Null when the arguments make no sense.</summary>
    public static Options? Parse(string[] args)
    {
        var speakers = new List<string>();
        var iterations = 100;
        var spoiled = false;
        for (var rest = new Queue<string>(args); rest.TryDequeue(out var option);)
        {
            if (option == "--spoiled")
                spoiled = true;
            else if (!rest.TryDequeue(out var value))
                return null;
            else if (option == "--speaker")
                speakers.Add(value);
            else if (option != "--soak-iterations" || !int.TryParse(value, CultureInfo.InvariantCulture, out iterations) || iterations < 1)
                return null;
        }
        return new Options(speakers, iterations, spoiled);
    }
}
