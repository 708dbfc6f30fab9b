using System.Text;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>A list of protective measures of the sample city's layout.</summary>
static class MeasureFile
{
    public const string Feed = "protective-measures";

    /// <summary>The header of the sample's file over rows of its columns: number, first day, last day, category, opponent, companions.</summary>
    public static byte[] Of(params string[] rows)
    {
        var header = City.Sample.Read("day1/protective_measures.csv").TakeWhile(b => b != '\n').Append((byte)'\n');
        return [.. header, .. Encoding.ASCII.GetBytes(string.Concat(rows.Select(row => row + "\r\n")))];
    }
}
