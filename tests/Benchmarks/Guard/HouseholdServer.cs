using System.Reflection;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>The serving process: the household service's own Main, and a word or two with the measuring process.</summary>
static class HouseholdServer
{
    public const string Argument = "--household";
    public const string Ready = "ready";
    public const string Forget = "forget";
    public const string Decision = "decision";

    /// <summary>Which side this process is; <see cref="GuardStartup"/> acts on it.</summary>
    public static Side? Side { get; private set; }

    /// <summary>Serves until its input ends, which is when the measuring process does.</summary>
    public static async Task RunAsync(string side)
    {
        Side = Enum.Parse<Side>(side);
        var main = Assembly.Load("Tsunagu.Household").EntryPoint!;
        var service = Task.Factory.StartNew(
            () => main.Invoke(null, [new[] { "--contentRoot", Repository.PathOf("services/household") }]),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(service, GuardStartup.Answers);
        if (service.IsCompleted)
            await service;
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync() is { } word)
        {
            if (word == Forget)
            {
                Clock.Admission.Forget();
                Clock.Yardstick.Forget();
            }

            Console.WriteLine(word == Decision ? $"{Decision} {Clock.Admission.Describe()}; pure computing beside it: {Clock.Yardstick.Describe()}" : word);
        }
    }
}
