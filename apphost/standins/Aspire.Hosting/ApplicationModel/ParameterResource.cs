using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value given from outside, such as a password.</summary>
public class ParameterResource : Resource, IManifestExpressionProvider, IValueProvider
{
    readonly Lazy<string> _value;

    /// <summary>Describes a parameter.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="callback">Reads the value once; it is given the default, if there is one.</param>
    /// <param name="secret">Whether the value must not be shown.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _value = new Lazy<string>(() => callback(Default));
        Secret = secret;
    }

    /// <summary>The value to use when none is configured.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Name}.value}}";

    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DistributedApplicationException">No value is configured and there is no default.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(_value.Value);

    internal string Read() => _value.Value;
}

/// <summary>Where a parameter's value comes from when none is configured.</summary>
public abstract class ParameterDefault
{
    /// <summary>Makes the value.</summary>
    public abstract string GetDefaultValue();
}

/// <summary>A random value.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    const string Lowers = "abcdefghjkmnpqrstuvwxyz";
    const string Uppers = "ABCDEFGHJKMNPQRSTUVWXYZ";
    const string Digits = "0123456789";
    const string Specials = "-_.{}~()*+!";

    /// <summary>The least number of characters.</summary>
    public int MinLength { get; set; }

    /// <summary>Whether lower-case letters are used.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether upper-case letters are used.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether digits are used.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether punctuation is used.</summary>
    public bool Special { get; set; } = true;

    /// <inheritdoc/>
    public override string GetDefaultValue()
    {
        var alphabet = (Lower ? Lowers : "") + (Upper ? Uppers : "") + (Numeric ? Digits : "") + (Special ? Specials : "");
        return alphabet.Length == 0
            ? throw new InvalidOperationException("A generated value needs at least one kind of character.")
            : RandomNumberGenerator.GetString(alphabet, Math.Max(MinLength, 1));
    }
}
