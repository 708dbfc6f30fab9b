namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>What is said of another version of rules when it is proposed, beside the rules themselves.</summary>
/// <param name="Number">Its number: one above the last.</param>
/// <param name="BasedOn">The approved version that it changes.</param>
/// <param name="Newest">The newest approved version.</param>
/// <param name="StartsOn">First day (Japan).</param>
/// <param name="Reason">Why, 1 to 1,000 characters.</param>
/// <param name="By">Who proposes it.</param>
/// <param name="At">Now.</param>
public sealed record RulesProposal(int Number, int BasedOn, int Newest, DateOnly StartsOn, string Reason, StaffId By, DateTimeOffset At);
