using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>A sample read as text, records and columns, whatever they mean.</summary>
sealed record FileReading(Sample Sample, EncodingGuess Encoding, CutGuess Cut, SampleTable Table)
{
    /// <summary>Reads a sample.</summary>
    public static FileReading Of(Sample sample)
    {
        var encoding = EncodingGuess.Of(sample.Head.Span);
        var cut = CutGuess.Of(Text(sample, encoding.Encoding), sample.Whole);
        return new FileReading(sample, encoding, cut, SampleTable.Of(cut.Cutting, sample.Whole));
    }

    static string Text(Sample sample, string encoding)
    {
        var decoder = SourceDecoder.Create(encoding) ?? throw new InvalidDataException($"encoding {encoding}");
        var chars = new char[decoder.MostChars(sample.Head.Length)];
        return new string(chars, 0, decoder.Decode(sample.Head.Span, chars, last: sample.Whole));
    }
}
