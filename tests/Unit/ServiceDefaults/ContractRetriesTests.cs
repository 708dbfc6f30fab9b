using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Clients;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class ContractRetriesTests
{
    static readonly ServiceDescriptor[] Services =
    [
        .. typeof(ReferralService).Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<ServiceDescriptor>(),
    ];

    [Fact]
    public void AllCallsOfTheSuite_AreRepeatable_ExceptUploads()
    {
        var methods = Services.SelectMany(service => service.Methods).ToArray();
        Assert.InRange(methods.Length, 30, 1000);
        Assert.Equal(
            ["AddResidentFile", "ImportFeed", "ProposeFeed"],
            methods.Where(method => !ContractRetries.IsRepeatable(method)).Select(method => method.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GetResident")]
    [InlineData("SearchResidents")]
    [InlineData("GetDeliveryTarget")]
    [InlineData("MarkRead")]
    [InlineData("CreateReferral")]
    public void EachKindOfMark_Counts(string method) =>
        Assert.True(ContractRetries.IsRepeatable(Services.SelectMany(service => service.Methods).Single(one => one.Name == method)));

    [Fact]
    public void MethodThatOnlyWrites_IsNotRepeatable()
    {
        // No mark of any kind: neither option, nor request_id, nor a mapping.
        var bare = new FileDescriptorProto
        {
            Name = "bare.proto",
            Syntax = "proto3",
            Package = "bare",
            MessageType = { new DescriptorProto { Name = "M" } },
            Service = { new ServiceDescriptorProto { Name = "S", Method = { new MethodDescriptorProto { Name = "Do", InputType = ".bare.M", OutputType = ".bare.M" } } } },
        };
        var file = Assert.Single(FileDescriptor.BuildFromByteStrings([Google.Protobuf.MessageExtensions.ToByteString(bare)]));
        Assert.False(ContractRetries.IsRepeatable(file.Services[0].Methods[0]));
    }

    [Fact]
    public void Config_NamesTheMethodsOfTheClientsContract()
    {
        var config = ContractRetries.Of(ContractRetries.Contract(typeof(NotificationService.NotificationServiceClient)));
        var retried = Assert.Single(config.MethodConfigs);
        Assert.Contains(retried.Names, name => name is { Service: "tsunagu.notification.v1.NotificationService", Method: "MarkRead" });
        Assert.Equal([StatusCode.Unavailable], retried.RetryPolicy!.RetryableStatusCodes);
        Assert.NotNull(config.RetryThrottling);
    }
}
