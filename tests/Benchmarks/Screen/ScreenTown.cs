using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Imports;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Screen;

/// <summary>A made-up town with its departments, taken in, and a caseworker who looks at its households.</summary>
static class ScreenTown
{
    public static async Task<SampleCity> ImportAsync(SuiteProcess suite, ImportDesk desk, int people)
    {
        await desk.ImportAsync(new TownFiles(people).Of(nextDay: false, Department.All));
        await HouseholdData.TidyAsync(suite);
        return new SampleCity(await Staff.SignInAsync(suite, "tax-01"), await HouseholdData.HouseholdsAsync(suite));
    }
}
