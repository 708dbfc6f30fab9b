namespace Tsunagu.Intake.Domain;

/// <summary>How somebody consented. Numbers are those of the contract.</summary>
public enum ConsentForm
{
    /// <summary>書面.</summary>
    Written = 1,

    /// <summary>口頭.</summary>
    Oral = 2,

    /// <summary>電磁的方法.</summary>
    Electronic = 3,
}
