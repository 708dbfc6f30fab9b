namespace Tsunagu.Intake.Domain;

/// <summary>How a consultation arrived. Numbers are those of the contract.</summary>
public enum Channel
{
    /// <summary>窓口.</summary>
    Counter = 1,

    /// <summary>電話.</summary>
    Phone = 2,

    /// <summary>ウェブ.</summary>
    Web = 3,

    /// <summary>訪問.</summary>
    Visit = 4,

    /// <summary>地域の集まり.</summary>
    CommunityGathering = 5,
}
