using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tsunagu.Tests.StandIns.Surface;

/// <summary>What code outside an assembly can name or override, a line each, sorted; nullability of references is left out.</summary>
static class SurfaceText
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetTypes().Where(IsSeen)
        .SelectMany(type => Members(type).Prepend(Head(type))).Order(StringComparer.Ordinal);

    static IEnumerable<string> Members(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
            return [];
        if (type.IsEnum)
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{TypeText.Of(type)}.{field.Name} = {field.GetRawConstantValue()}");
        return type.GetConstructors(Declared).Where(IsSeen).Where(constructor => !constructor.IsStatic).Select(Constructor)
            .Concat(type.GetMethods(Declared).Where(IsSeen).Where(IsOwn).Select(Method))
            .Concat(type.GetProperties(Declared).SelectMany(Accessors))
            .Concat(type.GetEvents(Declared).Where(one => IsSeen(one.AddMethod!)).Select(Event))
            .Concat(type.GetFields(Declared).Where(field => IsSeen(field) && !field.IsSpecialName).Select(Field));
    }

    static string Head(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{Name(type)}{Parameters(invoke)} -> {TypeText.Of(invoke.ReturnType)} (delegate{TypeText.Constraints(type.GetGenericArguments())})";
        }
        var kind = type.IsEnum ? $"enum : {TypeText.Of(Enum.GetUnderlyingType(type))}"
            : type.IsInterface ? "interface"
            : type.IsValueType ? $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}class";
        return $"{Name(type)} ({kind}{Bases(type)}{TypeText.Constraints(type.GetGenericArguments())})";
    }

    static string Bases(Type type)
    {
        if (type.IsEnum)
            return "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Where(one => IsSeen(one.IsGenericType ? one.GetGenericTypeDefinition() : one)).ToArray();
        var direct = own.Except(inherited).Except(own.SelectMany(one => one.GetInterfaces())).Select(TypeText.Of).Order(StringComparer.Ordinal);
        var bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? direct.Prepend(TypeText.Of(parent)) : direct;
        return bases.Any() ? $" : {string.Join(", ", bases)}" : "";
    }

    static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{Name(constructor.DeclaringType!)}.{constructor.DeclaringType!.Name.Split('`')[0]}{Parameters(constructor)} -> void";

    static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        return $"{Access(method)}{Modifiers(method)}{Name(method.DeclaringType!)}.{method.Name}{generic}{Parameters(method)} -> {Returned(method)}"
            + TypeText.Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : []);
    }

    static IEnumerable<string> Accessors(PropertyInfo property) =>
        new[] { (property.GetMethod, "get"), (property.SetMethod, IsInit(property) ? "init" : "set") }
            .Where(one => one.Item1 is { } accessor && IsSeen(accessor))
            .Select(one => $"{Access(one.Item1!)}{Modifiers(one.Item1!)}{Required(property)}{Name(property.DeclaringType!)}.{Index(property)}.{one.Item2} -> {(one.Item2 == "get" ? TypeText.Of(property.PropertyType) : "void")}");

    static string Event(EventInfo one) =>
        $"{Access(one.AddMethod!)}{Modifiers(one.AddMethod!)}{Name(one.DeclaringType!)}.{one.Name} -> {TypeText.Of(one.EventHandlerType!)} (event)";

    static string Field(FieldInfo field) =>
        $"{(field.IsPublic ? "" : "protected ")}{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.DeclaringType!)}.{field.Name}"
        + $"{(field.IsLiteral ? $" = {TypeText.Constant(field.GetRawConstantValue(), field.FieldType)}" : "")} -> {TypeText.Of(field.FieldType)}";

    static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"({extension}{string.Join(", ", method.GetParameters().Select(Parameter))})";
    }

    static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {TypeText.Constant(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{way}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }

    static string Index(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } indexes
        ? $"this[{string.Join(", ", indexes.Select(Parameter))}]"
        : property.Name;

    static string Returned(MethodInfo method) => $"{(method.ReturnType.IsByRef ? "ref " : "")}{TypeText.Of(method.ReturnType)}";

    static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return method is { IsAbstract: false } ? method.IsStatic ? "static " : "virtual " : method.IsStatic ? "static abstract " : "";
        if (method.IsStatic)
            return "static ";
        if (!method.IsVirtual)
            return "";
        if (method.GetBaseDefinition().DeclaringType != method.DeclaringType)
            return method.IsFinal ? "sealed override " : method.IsAbstract ? "abstract override " : "override ";
        return method.IsFinal ? "" : method.IsAbstract ? "abstract " : "virtual ";
    }

    static string Required(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";

    static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) is true;

    // Accessors are told with their property; what the compiler makes of a record is told by "Clone" alone.
    static bool IsOwn(MethodInfo method) => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    static bool IsSeen(Type type) => type.IsNested
        ? (type.IsNestedPublic || (type.IsNestedFamily || type.IsNestedFamORAssem) && !type.DeclaringType!.IsSealed) && IsSeen(type.DeclaringType!)
        : type.IsPublic;

    static bool IsSeen(MethodBase method) => method.IsPublic || (method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed;

    static bool IsSeen(FieldInfo field) => field.IsPublic || (field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType!.IsSealed;

    static string Name(Type type) => TypeText.Of(type);
}
