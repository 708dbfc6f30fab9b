using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Reads entities by the model's own mapping from statements that are written by hand: a column that is added to the model is read here too.</summary>
/// <remarks>Given by <see cref="ServiceDbContext.Rows{T}"/>.</remarks>
/// <typeparam name="T">An entity with a table of its own.</typeparam>
public sealed class EntityRows<T>
    where T : class
{
    static readonly MethodInfo IsNull = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.IsDBNull))!;
    static readonly MethodInfo Value = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.GetFieldValue))!;

    readonly string[] columns;
    readonly Func<NpgsqlDataReader, int, T> read;

    internal EntityRows(IEntityType type)
    {
        IProperty[] properties = [.. type.GetProperties()];
        columns = [.. properties.Select(property => property.GetColumnName())];
        var (row, first) = (Expression.Parameter(typeof(NpgsqlDataReader)), Expression.Parameter(typeof(int)));
        var made = Expression.MemberInit(
            Expression.New(typeof(T)),
            properties.Select((property, place) => Expression.Bind(property.PropertyInfo!, Column(property, row, Expression.Add(first, Expression.Constant(place))))));
        read = Expression.Lambda<Func<NpgsqlDataReader, int, T>>(made, row, first).Compile();
    }

    /// <summary>What a statement selects for <see cref="Read"/>.</summary>
    /// <param name="alias">The table's alias in the statement.</param>
    public string Columns(string alias) => string.Join(", ", columns.Select(column => $"{alias}.{column}"));

    /// <summary>The entity on the row on which a reader stands.</summary>
    /// <param name="row">The reader.</param>
    /// <param name="first">Place of the first of the columns, from 0.</param>
    public T Read(NpgsqlDataReader row, int first = 0) => read(row, first);

    static Expression Column(IProperty property, ParameterExpression row, Expression place)
    {
        var converter = property.GetTypeMapping().Converter;
        Expression value = Expression.Call(row, Value.MakeGenericMethod(converter?.ProviderClrType ?? Plain(property.ClrType)), place);
        if (converter is not null)
            value = Expression.Invoke(converter.ConvertFromProviderExpression, value);
        if (value.Type != property.ClrType)
            value = Expression.Convert(value, property.ClrType);
        return property.IsNullable ? Expression.Condition(Expression.Call(row, IsNull, place), Expression.Default(property.ClrType), value) : value;
    }

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
