using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Adds parameters.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter read from <c>Parameters:NAME</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        Add(builder, name, null, secret, persist: false);

    /// <summary>Adds a parameter with a fixed value, unless <c>Parameters:NAME</c> gives another.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="value">The value.</param>
    /// <param name="publishValueAsDefault">Whether a manifest carries the value; manifests are not written here.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value,
        bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ParameterResource(name, _ => builder.Configuration[$"Parameters:{name}"] ?? value, secret));
    }

    /// <summary>Adds a parameter whose value is generated when none is configured.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="value">Makes the value.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    /// <param name="persist">Whether the next start finds the same value.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, ParameterDefault value,
        bool secret = false, bool persist = false) => Add(builder, name, value, secret, persist);

    /// <summary>Makes a generated password that the next start finds again.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The unique name.</param>
    /// <param name="lower">Whether lower-case letters are used.</param>
    /// <param name="upper">Whether upper-case letters are used.</param>
    /// <param name="numeric">Whether digits are used.</param>
    /// <param name="special">Whether punctuation is used.</param>
    public static ParameterResource CreateDefaultPasswordParameter(IDistributedApplicationBuilder builder, string name,
        bool lower = true, bool upper = true, bool numeric = true, bool special = true) =>
        Describe(builder, name, new GenerateParameterDefault { MinLength = 22, Lower = lower, Upper = upper, Numeric = numeric, Special = special }, secret: true, persist: true);

    static IResourceBuilder<ParameterResource> Add(IDistributedApplicationBuilder builder, string name, ParameterDefault? value, bool secret, bool persist)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(Describe(builder, name, value, secret, persist));
    }

    static ParameterResource Describe(IDistributedApplicationBuilder builder, string name, ParameterDefault? value, bool secret, bool persist)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new ParameterResource(name, Read, secret) { Default = value };

        string Read(ParameterDefault? fallback)
        {
            if (builder.Configuration[$"Parameters:{name}"] is { } configured)
                return configured;
            if (fallback is null)
                throw new DistributedApplicationException($"The parameter '{name}' has no value: set Parameters__{name} in the environment.");
            return persist ? KeptSecrets.Of(builder).GetOrAdd(name, fallback.GetDefaultValue) : fallback.GetDefaultValue();
        }
    }
}
