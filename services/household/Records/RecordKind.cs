using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>What files and messages of residents differ in where they are found, listed and withdrawn.</summary>
/// <param name="Rows">Those that have come about.</param>
/// <param name="NotFound">The refusal of one that the caller is not shown, or that does not exist.</param>
/// <param name="ToWire">The record as callers get it.</param>
/// <param name="WrittenBy">The operation that makes one.</param>
sealed record RecordKind<TRecord, TWire>(
    Func<HouseholdDbContext, IQueryable<TRecord>> Rows, Func<Refusal> NotFound, Func<TRecord, TWire> ToWire, MethodDescriptor WrittenBy)
    where TRecord : ResidentRecord
    where TWire : IMessage;
