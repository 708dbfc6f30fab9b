using System.Globalization;
using System.Reflection;

namespace Tsunagu.Tests.StandIns.Surface;

/// <summary>Types and constants as C# writes them, always with namespace.</summary>
static class TypeText
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Of(value)}?";
        var arguments = type.GetGenericArguments();
        return type.IsNested
            ? $"{Of(Closed(type.DeclaringType!, arguments))}.{Named(type, arguments, type.DeclaringType!.GetGenericArguments().Length)}"
            : $"{(type.Namespace is { } space ? $"{space}." : "")}{Named(type, arguments, 0)}";
    }

    /// <summary>A default value as it stands behind a parameter.</summary>
    public static string Constant(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            char letter => $"'{letter}'",
            _ when plain.IsEnum => $"{Of(plain)}.{Enum.ToObject(plain, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }

    /// <summary>Constraints of type parameters, or nothing.</summary>
    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters.Select(Constraint));

    static string Constraint(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string[] all =
        [
            .. flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. isStruct ? ["struct"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Of),
            .. !isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : Array.Empty<string>(),
        ];
        return all.Length == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", all)}";
    }

    static Type Closed(Type declaring, Type[] arguments) => declaring.IsGenericTypeDefinition && declaring.GetGenericArguments().Length is var count && count <= arguments.Length
        ? declaring.MakeGenericType(arguments[..count])
        : declaring;

    static string Named(Type type, Type[] arguments, int outer)
    {
        var name = type.Name.Split('`')[0];
        return arguments.Length > outer ? $"{name}<{string.Join(", ", arguments[outer..].Select(Of))}>" : name;
    }
}
