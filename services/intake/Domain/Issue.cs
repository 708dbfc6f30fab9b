namespace Tsunagu.Intake.Domain;

/// <summary>相談内容 of the common form. Numbers are those of the contract.</summary>
public enum Issue
{
    /// <summary>病気や健康・障害.</summary>
    HealthOrDisability = 1,

    /// <summary>住まい.</summary>
    Housing = 2,

    /// <summary>収入・生活費.</summary>
    Income = 3,

    /// <summary>家賃やローン.</summary>
    RentOrLoan = 4,

    /// <summary>税金や公共料金.</summary>
    TaxOrUtilities = 5,

    /// <summary>債務.</summary>
    Debt = 6,

    /// <summary>仕事探し.</summary>
    JobSearch = 7,

    /// <summary>仕事上の不安.</summary>
    WorkAnxiety = 8,

    /// <summary>地域との関係.</summary>
    Community = 9,

    /// <summary>家族との関係.</summary>
    Family = 10,

    /// <summary>子育て.</summary>
    ChildRearing = 11,

    /// <summary>介護.</summary>
    Care = 12,

    /// <summary>ひきこもり・不登校.</summary>
    WithdrawalOrTruancy = 13,

    /// <summary>DV・虐待.</summary>
    ViolenceOrAbuse = 14,

    /// <summary>食べるものがない.</summary>
    NoFood = 15,

    /// <summary>その他.</summary>
    Other = 16,
}
