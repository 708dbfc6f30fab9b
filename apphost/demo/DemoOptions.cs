namespace Tsunagu.AppHost.Demo;

/// <summary>What <c>-- demo</c> was asked to do.</summary>
/// <param name="City">Folder of a city: <c>day1/</c> with its files and <c>scenarios/consultations.json</c>.</param>
/// <param name="Gateway">Address of the gateway, the only door the story uses.</param>
/// <param name="Dashboard">Address of the dashboard: the trace at the end, process ids for <c>--kills</c>.</param>
/// <param name="Kills">How many processes to kill (<c>-9</c>) while referrals are on their way; 0 tells the story alone.</param>
/// <param name="Seed">Seed of everything random.</param>
sealed record DemoOptions(string City, Uri Gateway, Uri Dashboard, int Kills, int Seed)
{
    public const string Usage = "使い方: dotnet run --project apphost -- demo [--city フォルダー] [--gateway URL] [--dashboard URL] [--kills 回数] [--seed 数]";

    /// <summary>Reads the arguments after <c>demo</c>.</summary>
    /// <exception cref="DemoFailure">An argument is unknown or has no usable value.</exception>
    public static DemoOptions Parse(IReadOnlyList<string> args, string sampleCity)
    {
        var options = new DemoOptions(sampleCity, new Uri("http://localhost:8080"), new Uri("http://localhost:18888"), 0, 1);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
                throw new DemoFailure($"{args[i]} に値がありません。{Usage}");
            options = options.With(args[i], args[i + 1]);
        }

        return options;
    }

    DemoOptions With(string name, string value) => name switch
    {
        "--city" when Directory.Exists(value) => this with { City = Path.GetFullPath(value) },
        "--city" => throw new DemoFailure($"フォルダーがありません: {value}"),
        "--gateway" when Uri.TryCreate(value, UriKind.Absolute, out var address) => this with { Gateway = address },
        "--dashboard" when Uri.TryCreate(value, UriKind.Absolute, out var address) => this with { Dashboard = address },
        "--kills" when int.TryParse(value, out var count) && count >= 0 => this with { Kills = count },
        "--seed" when int.TryParse(value, out var seed) => this with { Seed = seed },
        _ => throw new DemoFailure($"{name} {value} は使えません。{Usage}"),
    };
}
