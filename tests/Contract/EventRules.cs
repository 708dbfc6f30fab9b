using System.Reflection;
using Tsunagu.Contracts.Events;

namespace Tsunagu.Tests.Contract;

/// <summary>What an integration event may carry: ids, codes, numbers and times.</summary>
static class EventRules
{
    static readonly Type[] Plain = [typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(long), typeof(int), typeof(bool)];

    public static IEnumerable<Type> AllEvents =>
        typeof(IIntegrationEvent).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IIntegrationEvent)));

    /// <summary>Properties that could carry personal data, or that take a default on receipt.</summary>
    public static IEnumerable<string> Violations(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => Violations(property).Select(problem => $"{type.Name}.{property.Name} {problem}"))
            .Concat(type.IsSealed ? [] : [$"{type.Name} is not sealed"]);

    static IEnumerable<string> Violations(PropertyInfo property)
    {
        var later = property.GetCustomAttribute<AddedLaterAttribute>() is not null;
        if (!later && property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null)
            yield return "is not required";
        if (later && Nullable.GetUnderlyingType(property.PropertyType) is null)
            yield return "was added later and is not null in what was sent before";
        if (!IsPlain(property.PropertyType) && property.GetCustomAttribute<CodeAttribute>() is null)
            yield return "is text that is neither an id nor a code";
        if (!IsPlain(property.PropertyType) && !IsText(property.PropertyType))
            yield return "is of a type that events may not carry";
    }

    static bool IsPlain(Type type) =>
        Plain.Contains(Nullable.GetUnderlyingType(type) ?? type) || (Element(type) is { } element && Plain.Contains(element));

    static bool IsText(Type type) => type == typeof(string) || Element(type) == typeof(string);

    static Type? Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
