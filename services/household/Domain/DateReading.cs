using System.Globalization;

namespace Tsunagu.Households.Domain;

/// <summary>Reads one text by one compiled alternative of a <see cref="DatePattern"/>.</summary>
ref struct DateReading
{
    ReadOnlySpan<char> rest;
    int eraStart;
    int year;
    int month;
    int day;

    public static PartialDate? Read(ReadOnlySpan<char> text, ReadOnlySpan<DatePattern.Part> parts)
    {
        var reading = new DateReading { rest = text };
        for (var i = 0; i < parts.Length; i++)
        {
            // Runs of digits that nothing separates have a fixed width; others may have lost a zero.
            var joined = (i + 1 < parts.Length && IsNumber(parts[i + 1])) || (i > 0 && IsNumber(parts[i - 1]));
            if (!reading.Take(parts[i], joined))
                return null;
        }
        return reading.rest.IsEmpty ? PartialDate.Create(reading.year, reading.month, reading.day) : null;
    }

    static bool IsNumber(DatePattern.Part part) => part.Kind is 'y' or 'M' or 'd';

    bool Take(DatePattern.Part part, bool joined) => part.Kind switch
    {
        'G' => part.Width == 1 ? TakeEra(Era.FirstYearByLetter) : TakeEraName(),
        'N' => TakeEra(Era.FirstYearByDigit),
        'y' => eraStart > 0 ? TakeEraYear(part.Width, joined) : TakeYear(part.Width),
        'M' => TakeNumber(part.Width, 2, joined, out month),
        'd' => TakeNumber(part.Width, 2, joined, out day),
        _ => TakeSeparator(part.Kind),
    };

    bool TakeEra(Func<char, int?> find)
    {
        if (rest.IsEmpty || find(rest[0]) is not { } first)
            return false;
        eraStart = first;
        rest = rest[1..];
        return true;
    }

    bool TakeEraName()
    {
        if (Era.FirstYearByName(rest) is not { } era)
            return false;
        eraStart = era.FirstYear;
        rest = rest[era.Length..];
        return true;
    }

    bool TakeEraYear(int width, bool joined)
    {
        if (rest.StartsWith("元"))
        {
            year = eraStart;
            rest = rest[1..];
            return true;
        }
        rest = rest.TrimStart(' ');
        if (!TakeNumber(width, 2, joined, out var yearOfEra) || yearOfEra == 0)
            return false;
        year = eraStart + yearOfEra - 1;
        return true;
    }

    bool TakeYear(int width)
    {
        if (!TakeNumber(width, width, true, out year))
            return false;
        if (width == 2)
            year += 2000;
        return true;
    }

    bool TakeNumber(int width, int most, bool fixedWidth, out int value)
    {
        value = 0;
        var length = 0;
        while (length < (fixedWidth ? width : most) && length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;
        if (length == 0 || (fixedWidth && length < width))
            return false;
        value = int.Parse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        rest = rest[length..];
        return true;
    }

    bool TakeSeparator(char separator)
    {
        rest = rest.TrimStart(' ');
        if (rest.IsEmpty || rest[0] != separator)
            return false;
        rest = rest[1..].TrimStart(' ');
        return true;
    }
}
