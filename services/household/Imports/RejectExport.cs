using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Keeping;
using Tsunagu.Households.Parsing;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Imports;

/// <summary>The rows of an import that were set aside, beside the rows themselves, which the kept copy has on their lines.</summary>
sealed class RejectExport(UnitOfWork<HouseholdDbContext> work, Guid import)
{
    /// <summary>Media type of the lines.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    const string Header = "line,column,reason,raw";
    const int PageRows = 1000;
    const int LongestRaw = 10_000;
    const int PieceChars = 1 << 15;

    /// <summary>The CSV in pieces of whole lines, each without its last line end.</summary>
    /// <param name="run">How the copy is cut, and the copy; null when none is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<string> PiecesAsync(ImportRun? run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = RowsAsync(run, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await rows.MoveNextAsync();
        var piece = new StringBuilder(Header);
        await foreach (var reject in RejectsAsync(cancellationToken))
        {
            while (more && rows.Current.Line < reject.Line)
                more = await rows.MoveNextAsync();
            var raw = more && rows.Current.Line == reject.Line ? Raw(rows.Current) : "";
            if (piece.Length > 0)
                _ = piece.Append('\n');
            _ = piece.Append(CultureInfo.InvariantCulture, $"{reject.Line},{CsvCell.Of(reject.ColumnName)},{CsvCell.Of(reject.Reason)},{CsvCell.Of(raw)}");
            if (piece.Length < PieceChars)
                continue;
            yield return piece.ToString();
            _ = piece.Clear();
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }

    async IAsyncEnumerable<SourceRecord> RowsAsync(ImportRun? run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (run?.Copy is not { } copy)
            yield break;
        var decoder = SourceDecoder.Create(KeptText.Encoding) ?? throw new InvalidDataException(KeptText.Encoding);
        using var file = new FileReader(decoder, new RecordReader(run.Layout.File.Delimiter, run.Layout.File.Quoting));
        await foreach (var record in file.ReadAsync(KeptFiles.ReadAsync(work, copy, cancellationToken), cancellationToken))
            yield return record;
    }

    async IAsyncEnumerable<ImportReject> RejectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0;
        List<ImportReject> page;
        do
        {
            page = await work.RunAsAsync(ImportRunner.Principal, (db, ct) => PageAsync(db, after, ct), cancellationToken);
            foreach (var reject in page)
                yield return reject;
            after = page is [.., var last] ? last.Line : after;
        }
        while (page.Count == PageRows);
    }

    Task<List<ImportReject>> PageAsync(HouseholdDbContext db, int after, CancellationToken ct) =>
        db.Rejects.AsNoTracking()
            .Where(r => r.ImportId == import && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(PageRows)
            .ToListAsync(ct);

    static string Raw(SourceRecord record)
    {
        var text = record.Text.Span.TrimEnd("\r\n");
        var shown = text.Length > LongestRaw ? $"{text[..LongestRaw]}…" : text.ToString();
        return shown.Replace(SourceDecoder.Invalid, '\uFFFD').Replace('\0', '\uFFFD');
    }
}
