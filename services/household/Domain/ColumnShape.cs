namespace Tsunagu.Households.Domain;

/// <summary>Counts the shapes of one column's values, so that a forbidden number is found under any header.</summary>
sealed class ColumnShape
{
    // A handful of chance hits must not condemn a column, nor a few typing errors acquit one.
    const double Share = 0.8;
    const int Fewest = 5;

    int filled;
    int twelve;
    int eleven;

    public void Add(ReadOnlySpan<char> value)
    {
        var clean = value.Trim();
        if (clean.IsEmpty)
            return;
        filled++;
        switch (KindOf(clean))
        {
            case ForbiddenNumber.IndividualNumber:
                twelve++;
                break;
            case ForbiddenNumber.ResidentRecordCode:
                eleven++;
                break;
        }
    }

    /// <summary>What a trimmed cell may be by its digits; hyphens and spaces between them do not matter.</summary>
    public static ForbiddenNumber? KindOf(ReadOnlySpan<char> clean)
    {
        var digits = 0;
        foreach (var c in clean)
        {
            if (c is (>= '0' and <= '9') or (>= '０' and <= '９'))
                digits++;
            else if (c is not ('-' or ' ' or '　' or '－'))
                return null;
        }
        if (digits == 12)
            return ForbiddenNumber.IndividualNumber;
        return digits == 11 && !IsMobilePhone(clean) ? ForbiddenNumber.ResidentRecordCode : null;
    }

    /// <summary>Null when the share of suspicious values is small.</summary>
    public ForbiddenNumber? Verdict()
    {
        if (filled < Fewest)
            return null;
        if (twelve >= filled * Share)
            return ForbiddenNumber.IndividualNumber;
        return eleven >= filled * Share ? ForbiddenNumber.ResidentRecordCode : null;
    }

    static bool IsMobilePhone(ReadOnlySpan<char> value) =>
        value.Length >= 3 && value[0] is '0' or '０' && value[1] is (>= '5' and <= '9') or (>= '５' and <= '９') && value[2] is '0' or '０';
}
