using System.Reflection;
using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Places.Districts;
using CoBuilding.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoBuilding;

/// <summary>Registers the portal: the door and every use case and question, found by their one public method.</summary>
public static class Portal
{
    /// <summary>What a room adds to the portal by a class that implements one of these.</summary>
    public static IReadOnlyList<Type> Contracts { get; } =
    [
        typeof(IDailyJob),
        typeof(IMessageWriter),
        typeof(INewDistrictRows),
        typeof(IToDos),
        typeof(IEndsWithCommittee),
        typeof(IAgendaOpening),
        typeof(IRequestsToUnits),
        typeof(IDashboardFigure),
        typeof(IDashboardMatters),
        typeof(IPeopleInService),
        typeof(IPersonHoldings),
        typeof(ICalendarEntries),
        typeof(IRefusesMerge),
    ];

    public static IServiceCollection AddPortal(this IServiceCollection services, string portalConnection, FormKey formKey)
    {
        services.AddSingleton(_ => PortalDatabase.Open(portalConnection));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(formKey);
        services.AddSingleton<Door>();
        services.AddSingleton<DistrictList>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<ReadUnitNames>(NamesOfUnit.ReadAsync);
        services.AddSingleton<ReaderPool>();
        services.AddSingleton(s => new Outbound(s.GetRequiredService<IOptions<OutboundSettings>>().Value, portalConnection));
        services.AddSingleton<ChannelClient>();
        services.AddSingleton<OutboxSender>();
        services.Configure<IdentityOptions>(SignInPolicy.Configure);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        foreach (var useCase in UseCases)
            services.AddSingleton(useCase);
        foreach (var contract in Contracts)
        foreach (var type in RoomAssemblies.Types.Where(t => t is { IsClass: true, IsAbstract: false }))
            if (type.IsAssignableTo(contract))
                services.AddSingleton(contract, s => ActivatorUtilities.GetServiceOrCreateInstance(s, type));
        return services;
    }

    /// <summary>Every class whose one public method is <c>RunAsync</c> or <c>AskAsync</c> with the scope first.</summary>
    public static IEnumerable<Type> UseCases =>
        RoomAssemblies.Types.Where(t =>
            t is { IsClass: true, IsAbstract: false, IsNested: false }
            && EntryOf(t)?.GetParameters() is [{ } first, ..]
            && first.ParameterType == typeof(Scope)
        );

    /// <summary>One of each kind of list that can be imported.</summary>
    public static IReadOnlyList<ImportableList> ImportableLists => Lists.Value;

    private static readonly Lazy<IReadOnlyList<ImportableList>> Lists = new(() =>
        [
            .. RoomAssemblies
                .Types.Where(t => t.IsSubclassOf(typeof(ImportableList)) && !t.IsAbstract)
                .Select(t => (ImportableList)Activator.CreateInstance(t)!)
                .OrderBy(l => l.Name, StringComparer.Ordinal),
        ]
    );

    /// <summary>The use case's one public method; null when the type is none.</summary>
    public static MethodInfo? EntryOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(m => m.Name is "RunAsync" or "AskAsync");
}
