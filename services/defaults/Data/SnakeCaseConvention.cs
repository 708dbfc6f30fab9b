using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Names tables, columns, keys and indexes in snake_case once the model is complete. A name that a service gave
/// explicitly stays: conventions never override it.
/// </summary>
sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var entities = modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).ToList();
        foreach (var entity in entities)
            if (entity.GetTableName() is { } table && entity.BaseType is null)
                entity.Builder.ToTable(SnakeCase.Of(table), entity.GetSchema());
        // Columns after all tables: a column that several types share is found by its final table.
        foreach (var entity in entities)
            NameMembers(entity);
    }

    static void NameMembers(IConventionEntityType entity)
    {
        if (StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is { } table)
            NameColumns(entity, table);
        foreach (var key in entity.GetDeclaredKeys())
            if (key.GetName() is { } name)
                key.Builder.HasName(SnakeCase.Of(name));
        foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            if (foreignKey.GetConstraintName() is { } name)
                foreignKey.Builder.HasConstraintName(SnakeCase.Of(name));
        foreach (var index in entity.GetDeclaredIndexes())
            if (index.GetDatabaseName() is { } name)
                index.Builder.HasDatabaseName(SnakeCase.Of(name));
    }

    static void NameColumns(IConventionTypeBase type, StoreObjectIdentifier table)
    {
        foreach (var property in type.GetDeclaredProperties())
            if (property.GetColumnName(table) is { } column)
                property.Builder.HasColumnName(SnakeCase.Of(column));
        foreach (var complex in type.GetDeclaredComplexProperties())
            if (!complex.ComplexType.IsMappedToJson())
                NameColumns(complex.ComplexType, table);
    }
}
