using Tsunagu.Gateway;
using Tsunagu.ServiceDefaults;

return await Startup.RunAsync(() => GatewayApp.Build(args));
