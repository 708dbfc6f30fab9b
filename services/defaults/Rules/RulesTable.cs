using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Rules;

/// <summary>The versions of a table of rules in the database of the service that owns them.</summary>
public static class RulesTable
{
    /// <summary>The version in force on a day.</summary>
    /// <param name="rows">The versions.</param>
    /// <param name="day">A day of Japan.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when none had begun.</returns>
    public static async Task<T?> InForceAsync<T>(this IQueryable<T> rows, DateOnly day, CancellationToken ct)
        where T : RulesVersion => (await rows.AsNoTracking().ToListAsync(ct)).InForce(day);

    /// <summary>Every version as the contract shows it, newest first.</summary>
    /// <param name="rows">The versions.</param>
    /// <param name="show">Shows one.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IEnumerable<TWire>> NewestFirstAsync<T, TWire>(this IQueryable<T> rows, Func<T, TWire> show, CancellationToken ct)
        where T : RulesVersion => (await rows.AsNoTracking().OrderByDescending(row => row.Number).ToListAsync(ct)).Select(show);

    /// <summary>One step of a proposal, on the versions as they stand; saves nothing. Whoever asks for it holds the table until the transaction ends.</summary>
    /// <param name="rows">The versions.</param>
    /// <param name="step">Proposes another one, or decides about one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The version that the step was about.</returns>
    /// <exception cref="Refusal">Those of the step.</exception>
    public static async Task<T> StepAsync<T>(this DbSet<T> rows, Func<IReadOnlyList<T>, T> step, CancellationToken ct)
        where T : RulesVersion
    {
        var version = step(await rows.OrderBy(row => row.Number).ToListAsync(ct));
        if (version.State is RulesState.Proposed)
            rows.Add(version);
        return version;
    }
}
