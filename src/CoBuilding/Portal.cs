using System.Reflection;
using CoBuilding.Access;
using CoBuilding.Committees.CommitteeKinds;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;
using CoBuilding.Jobs;
using CoBuilding.Jobs.ChannelClients;
using CoBuilding.Meetings.Sending;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using CoBuilding.Places.Workdays;
using CoBuilding.Units;
using CoBuilding.Units.Ordering;
using CoBuilding.Units.UnitKinds;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoBuilding;

/// <summary>Registers the portal: the door and every use case and question, found by their one public method.</summary>
public static class Portal
{
    public static IServiceCollection AddPortal(this IServiceCollection services, string portalConnection, FormKey formKey)
    {
        services.AddSingleton(_ => PortalDatabase.Open(portalConnection));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(formKey);
        services.AddSingleton<Door>();
        services.AddSingleton<DistrictList>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<ReadUnitNames>(NamesOfUnit.ReadAsync);
        services.AddSingleton<NewDistrictRows>(StandardHolidays.Rows);
        services.AddSingleton<NewDistrictRows>(StandardUnitKinds.Rows);
        services.AddSingleton<NewDistrictRows>(StandardCommitteeKinds.Rows);
        services.AddSingleton<NewDistrictRows>(RankTitle.Standard);
        services.AddSingleton<NewDistrictRows>(StandardWords.Rows);
        services.AddSingleton<ReaderPool>();
        services.AddSingleton(s => new Outbound(s.GetRequiredService<IOptions<OutboundSettings>>().Value, portalConnection));
        services.AddSingleton<ChannelClient>();
        services.AddSingleton<OutboxSender>();
        foreach (var writer in MeetingMessageWriter.All)
            services.AddSingleton(writer.Registration);
        services.Configure<IdentityOptions>(SignInPolicy.Configure);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        foreach (var useCase in UseCases)
        {
            services.AddSingleton(useCase);
            if (useCase.IsAssignableTo(typeof(IDailyJob)))
                services.AddSingleton(s => (IDailyJob)s.GetRequiredService(useCase));
        }
        return services;
    }

    /// <summary>Every class whose one public method is <c>RunAsync</c> or <c>AskAsync</c> with the scope first.</summary>
    public static IEnumerable<Type> UseCases =>
        typeof(Portal)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false, IsNested: false }
                && EntryOf(t)?.GetParameters() is [{ } first, ..]
                && first.ParameterType == typeof(Scope)
            )
            .OrderBy(t => t.FullName, StringComparer.Ordinal);

    /// <summary>One of each kind of list that can be imported.</summary>
    public static IReadOnlyList<ImportableList> ImportableLists { get; } =
    [
        .. typeof(Portal)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ImportableList)) && !t.IsAbstract)
            .Select(t => (ImportableList)Activator.CreateInstance(t)!)
            .OrderBy(l => l.Name, StringComparer.Ordinal),
    ];

    /// <summary>The use case's one public method; null when the type is none.</summary>
    public static MethodInfo? EntryOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(m => m.Name is "RunAsync" or "AskAsync");
}
