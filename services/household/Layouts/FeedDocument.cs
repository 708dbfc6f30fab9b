using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households.Layouts;

/// <summary>A definition as it is stored: the contract's message in its JSON form.</summary>
static class FeedDocument
{
    /// <summary>The document of a definition.</summary>
    public static string Of(FeedDefinition definition) => JsonFormatter.Default.Format(definition);

    /// <summary>The definition of a document.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is none; names the member that is not known.</exception>
    public static FeedDefinition Parse(string json) => JsonParser.Default.Parse<FeedDefinition>(json);

    /// <summary>The layout that a stored document describes: it was sound when it was written, and is not asked again.</summary>
    /// <param name="json">The document.</param>
    /// <param name="version">Its version, from 1.</param>
    public static FeedLayout Layout(string json, int version) => FeedDefinitionReader.Read(Parse(json), version, out _);

    /// <summary>The layout of a definition that somebody wrote.</summary>
    /// <param name="definition">As received.</param>
    /// <param name="version">Its version, from 1.</param>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">FIELD_INVALID with every problem.</exception>
    public static FeedLayout Require(FeedDefinition? definition, int version)
    {
        if (definition is null)
            throw WireErrors.Field("definition", "必須項目です。");
        var layout = FeedDefinitionReader.Read(definition, version, out var problems);
        return problems.Count == 0
            ? layout
            : throw WireErrors.Fields([.. problems.Select(p => p with { Field = $"definition.{p.Field}" })]);
    }
}
