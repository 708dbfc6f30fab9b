namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>Processor time that one side takes in both processes, for each call; steadier than a rate where other programs run too.</summary>
sealed class Spending(BareClient server)
{
    TimeSpan spent;
    double units;
    bool warm;

    public double MicrosecondsPerUnit => spent.TotalMicroseconds / units;

    /// <summary>Measures a stretch; the first is for warming up and not counted.</summary>
    public async Task<double> MeterAsync(Func<TimeSpan, Task<double>> side, TimeSpan time)
    {
        var before = await NowAsync();
        var rate = await side(time);
        if (warm)
        {
            spent += await NowAsync() - before;
            units += rate * time.TotalSeconds;
        }
        warm = true;
        return rate;
    }

    async Task<TimeSpan> NowAsync() => Environment.CpuUsage.TotalTime + (await server.SpentByServerAsync()).Cpu;
}
