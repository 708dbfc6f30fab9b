using System.Text;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The register of the sample city with somebody added.</summary>
static class SampleRegister
{
    public static byte[] With(string number, string household)
    {
        string[] cells =
        [
            number, household, "1", "1", "2026-04-01", "0", "", "X Y", "X Y", "", "", "", "X Y", "2", "1980-02-29", "0", "02", "", "", "", "", "1",
            "999-9801", "0101001", "", "1", "", "", "", "", "",
        ];
        return [.. City.Sample.Read("day1/residents.csv"), .. Encoding.ASCII.GetBytes(string.Join(',', cells.Select(c => $"\"{c}\"")) + "\r\n")];
    }
}
