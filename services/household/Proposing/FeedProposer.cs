using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>
/// Proposes how a file of an unknown system is to be read. A pure function of the sample and of what the register answers: it keeps and logs nothing.
/// </summary>
static class FeedProposer
{
    /// <summary>Proposes a layout with its findings and a preview.</summary>
    /// <param name="sample">The head of the file.</param>
    /// <param name="register">Asked for the numbers of the sample and for numbers beside them.</param>
    /// <param name="today">Dates far from it are not meant.</param>
    /// <param name="ct">Ends the questions.</param>
    public static async Task<Proposal> ProposeAsync(Sample sample, RegisterLookup register, DateOnly today, CancellationToken ct)
    {
        var file = FileReading.Of(sample);
        var findings = new List<Finding>(FileFindings.Of(file));
        if (file.Table.Rows == 0)
        {
            findings.Add(new(FindingCodes.Rows, "", Certainty.Unsure, "データの行がありません。取り込む形を提案できません。"));
            return new Proposal(null, findings, []);
        }
        var forbidden = file.Table.Columns.Where(c => ForbiddenNumbers.ByHeader(c.Header) is not null).Select(c => c.Index).ToHashSet();
        var open = file.Table.Columns.Where(c => !forbidden.Contains(c.Index)).ToList();
        var dates = DateColumns.Of(open, today);
        var keys = await KeysAsync(new KeyTrial(file.Table, dates, forbidden), register, ct);
        // A column that turned out to be the key is no date that was only suspected.
        dates = [.. dates.Where(d => d.Column != keys.Key?.Column && d.Column != keys.Second?.Column && d.Column != keys.Household)];
        forbidden.UnionWith(open.Where(c => c.ForbiddenByShape is not null && c != keys.Key?.Column && c != keys.Second?.Column).Select(c => c.Index));
        dates = [.. dates.Where(d => !forbidden.Contains(d.Column.Index))];
        var draft = LayoutDraft.Of(file, dates, keys, forbidden);
        findings.AddRange(KeyFindings.Of(file.Table, keys, draft));
        findings.AddRange(DateFindings.Of(dates, DateColumns.Unread(open, dates), draft));
        findings.AddRange(RoleFindings.Of(draft, file.Table, forbidden));
        return new Proposal(draft.Layout, findings, await Preview.OfAsync(draft.Layout, file.Table.Records, ct));
    }

    static async Task<KeyFind> KeysAsync(KeyTrial trial, RegisterLookup register, CancellationToken ct)
    {
        var keys = KeyGuess.Of(await trial.RunAsync(register, KeyForm.Number, ct));
        if (keys.Key is { Matched: >= 0.5 })
            return keys;
        var checkedKeys = KeyGuess.Of(await trial.RunAsync(register, KeyForm.WithoutCheckDigit, ct));
        return checkedKeys.Key is { Matched: >= 0.8 } key && (key.IsProven || key.IsNamed) ? checkedKeys with { CheckDigit = true } : keys;
    }
}
