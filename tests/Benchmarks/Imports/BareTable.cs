using System.Diagnostics;
using Npgsql;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>The limit beside an import: the same file by COPY into a table of text without an index, on the same server.</summary>
/// <param name="database">Administrator's connection string.</param>
sealed class BareTable(string database)
{
    readonly Dictionary<DayFile, string[]> texts = [];

    /// <summary>Copies a file into an empty table; how long it took. What turns it into text is not counted.</summary>
    public async Task<TimeSpan> CopyAsync(DayFile file)
    {
        if (!texts.TryGetValue(file, out var text))
            texts[file] = text = [.. file.Pieces.Select(piece => RegisterFile.Cp932.GetString(piece))];
        var columns = text[0][..text[0].IndexOf('\r')].Split(',').Select((_, place) => $"c{place} text");
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using (var command = new NpgsqlCommand($"drop table if exists bench_bare; create table bench_bare ({string.Join(", ", columns)})", connection))
            await command.ExecuteNonQueryAsync();
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginTextImportAsync("copy bench_bare from stdin (format csv, header)"))
        {
            foreach (var piece in text)
                await copy.WriteAsync(piece);
        }
        return watch.Elapsed;
    }
}
