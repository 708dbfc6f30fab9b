namespace Tsunagu.Intake.Domain;

/// <summary>Who consented. Numbers are those of the contract.</summary>
public enum ConsentGiver
{
    /// <summary>本人.</summary>
    Person = 1,

    /// <summary>法定代理人.</summary>
    LegalRepresentative = 2,
}
