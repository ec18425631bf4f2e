/**
 * Providers where anybody may have a mailbox: free mail, access providers' mail, and addresses that hide the real one.
 *
 * Written for this project, held against `email-providers` 2.26.0 (ISC), `free-email-domains` 1.12.6 (MIT, HubSpot's list)
 * and `freemail` 1.7.0 (ISC). Each of them also lists companies that answer for their own domain (alibaba.com, bt.com,
 * facebook.com, clerk.com), so none is taken over as it is: see docs/decisions/0012-matching.md, also for how to renew it.
 */
const PROVIDERS = {
  google: 'gmail.com googlemail.com',
  microsoft: `
    outlook.com outlook.at outlook.be outlook.bg outlook.cl outlook.co.id outlook.co.il outlook.co.nz outlook.co.th
    outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.pe outlook.com.tr outlook.com.vn outlook.cz
    outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr
    outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk
    hotmail.com hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.cl hotmail.co hotmail.co.id hotmail.co.il
    hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.co.za hotmail.com.ar hotmail.com.au
    hotmail.com.br hotmail.com.hk hotmail.com.mx hotmail.com.tr hotmail.com.tw hotmail.com.vn hotmail.cz hotmail.de
    hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.ie hotmail.it hotmail.jp hotmail.my
    hotmail.nl hotmail.no hotmail.ph hotmail.pt hotmail.ru hotmail.se hotmail.sg
    live.com live.at live.be live.ca live.cl live.cn live.co.kr live.co.uk live.co.za live.com.ar live.com.au
    live.com.mx live.com.my live.com.ph live.com.pt live.com.sg live.de live.dk live.fi live.fr live.hk live.ie
    live.in live.it live.jp live.nl live.no live.ru live.se msn.com msn.cn passport.com windowslive.com webtv.net`,
  yahoo: `
    yahoo.com yahoo.at yahoo.be yahoo.bg yahoo.ca yahoo.ch yahoo.cl yahoo.cn yahoo.co.id yahoo.co.il yahoo.co.in
    yahoo.co.jp yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br
    yahoo.com.cn yahoo.com.co yahoo.com.hk yahoo.com.hr yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph
    yahoo.com.pk yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.ua yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de
    yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.jp yahoo.lt yahoo.lv
    yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.ru yahoo.se yahoo.sk yahoofs.com ymail.com rocketmail.com
    myyahoo.com y7mail.com`,
  aol: `
    aol.com aol.at aol.be aol.co.nz aol.co.uk aol.com.ar aol.com.au aol.com.br aol.com.mx aol.de aol.es aol.fr aol.in
    aol.it aol.jp aol.nl aol.pl aol.se aim.com cs.com compuserve.com compuserve.de netscape.net love.com
    games.com wow.com ygm.com`,
  apple: 'icloud.com me.com mac.com privaterelay.appleid.com',
  privacy: `
    proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me
    hushmail.com hushmail.me hush.com hush.ai mailfence.com runbox.com startmail.com ctemplar.com disroot.org
    riseup.net autistici.org inventati.org countermail.com kolabnow.com posteo.de posteo.net posteo.at posteo.ch
    posteo.eu mailbox.org dismail.de cock.li safe-mail.net skiff.com criptext.com onionmail.org
    murena.io e.email ecloud.global`,
  forwarding: `
    duck.com mozmail.com relay.firefox.com simplelogin.com simplelogin.co simplelogin.fr aleeas.com slmail.me
    slmails.com anonaddy.com anonaddy.me addy.io passmail.net passmail.com passinbox.com passfwd.com spamgourmet.com
    33mail.com erine.email users.noreply.github.com bigfoot.com pobox.com iname.com inbox.com`,
  international: `
    mail.com email.com usa.com usa.net europe.com asia.com post.com consultant.com engineer.com doctor.com dr.com
    lawyer.com myself.com techie.com writeme.com accountant.com contractor.net programmer.net musician.org
    cheerful.com execs.com financier.com insurer.com journalist.com minister.com photographer.net priest.com
    representative.com socialworker.net solution4u.com teachers.org therapist.net workmail.com london.com
    munich.com berlin.com dublin.com nycmail.com swissmail.com gmx.com gmx.us fastmail.com fastmail.fm fastmail.net
    fastmail.org fastmail.us fastmail.uk fastmail.de fastmail.in fastmail.jp fastmail.cn fastmail.co.uk
    fastmail.com.au fastmail.to fastmail.es fastmail.mx fastmailbox.net fmail.co.uk sent.com mailcan.com messagingengine.com
    zoho.com zohomail.com zohomail.eu zohomail.in zohomail.com.au hey.com lycos.com lycos.co.uk lycos.de lycos.es
    lycos.it lycos.nl excite.com excite.it excite.co.jp juno.com netzero.com netzero.net mail2world.com operamail.com
    vfemail.net gawab.com maktoob.com icqmail.com icq.com angelfire.com hotbot.com myway.com incredimail.com
    rocketship.com sify.com indiatimes.com rediff.com rediffmail.com rediffmailpro.com in.com care2.com graffiti.net
    techemail.com xoom.com zzn.com`,
  germany: `
    gmx.de gmx.net gmx.at gmx.ch gmx.eu gmx.info gmx.org gmx.li gmx.fr gmx.co.uk web.de email.de t-online.de
    magenta.de freenet.de arcor.de vodafonemail.de vodafonemail.com online.de onlinehome.de 1und1.de kabelmail.de
    unitybox.de ewe.net ewetel.net netcologne.de nexgo.de alice-dsl.net alice.de o2mail.de o2online.de genion.de
    versanet.de osnanet.de htp-tel.de mnet-mail.de mnet-online.de epost.de directbox.com firemail.de mail.de
    emailn.de freemail.de smart-mail.de`,
  austriaAndSwitzerland: `
    aon.at chello.at inode.at utanet.at a1.net drei.at liwest.at kabsi.at tmo.at bluewin.ch bluemail.ch hispeed.ch
    sunrise.ch freesurf.ch swissonline.ch tiscali.ch vtxmail.ch quickline.ch`,
  france: `
    orange.fr wanadoo.fr free.fr freesbee.fr laposte.net sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr
    noos.fr bbox.fr aliceadsl.fr alice.fr voila.fr libertysurf.fr nordnet.fr caramail.com caramail.fr netcourrier.com
    9online.fr 9business.fr tele2.fr worldonline.fr mailo.com ovi.com`,
  benelux: `
    skynet.be proximus.be telenet.be scarlet.be voo.be belgacom.net pandora.be tiscali.be ziggo.nl xs4all.nl
    kpnmail.nl kpnplanet.nl planet.nl hetnet.nl home.nl chello.nl upcmail.nl casema.nl quicknet.nl zonnet.nl
    tele2.nl online.nl solcon.nl caiway.nl caiway.net freeler.nl wxs.nl zeelandnet.nl pt.lu vo.lu`,
  italy: `
    libero.it virgilio.it alice.it tin.it tim.it tiscali.it inwind.it iol.it blu.it giallo.it email.it fastwebnet.it
    poste.it aruba.it pec.it legalmail.it vodafone.it teletu.it tele2.it supereva.it interfree.it katamail.com`,
  iberia: `
    telefonica.net movistar.es terra.es wanadoo.es orange.es ono.com jazztel.es ya.com euskaltel.net mixmail.com
    sapo.pt iol.pt clix.pt netcabo.pt portugalmail.pt oninet.pt telepac.pt mail.pt vodafone.pt aeiou.pt`,
  unitedKingdomAndIreland: `
    btinternet.com btopenworld.com btconnect.com talk21.com sky.com virginmedia.com virgin.net ntlworld.com
    blueyonder.co.uk talktalk.net talktalk.co.uk tiscali.co.uk plus.com plusnet.com freeserve.co.uk fsmail.net
    fsworld.co.uk uwclub.net o2.co.uk orange.net orangehome.co.uk wanadoo.co.uk tesco.net lineone.net onetel.com
    onetel.net supanet.com madasafish.com postmaster.co.uk eircom.net iol.ie indigo.ie vodafone.ie
    msn.co.uk`,
  nordics: `
    online.no broadpark.no getmail.no frisurf.no chello.no spray.no telia.com comhem.se bredband.net bredband2.com
    spray.se home.se tele2.se passagen.se glocalnet.net swipnet.se mail.dk jubii.dk ofir.dk
    tdcadsl.dk stofanet.dk youmail.dk post.tele.dk hafnet.dk kolumbus.fi elisanet.fi pp.inet.fi luukku.com
    welho.com saunalahti.fi suomi24.fi simnet.is internet.is`,
  centralEurope: `
    wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl vp.pl interia.pl interia.eu interia.com poczta.fm gazeta.pl
    tlen.pl go2.pl autograf.pl buziaczek.pl neostrada.pl seznam.cz email.cz post.cz centrum.cz volny.cz atlas.cz
    tiscali.cz spoluzaci.cz azet.sk centrum.sk zoznam.sk pobox.sk post.sk stonline.sk freemail.hu citromail.hu
    indamail.hu t-online.hu t-email.hu vipmail.hu upcmail.hu siol.net email.si t-2.net volja.net net.hr inet.hr
    vip.hr t-com.hr eunet.rs sbb.rs ptt.rs yahoo.rs`,
  easternEurope: `
    mail.ru bk.ru list.ru inbox.ru internet.ru xmail.ru yandex.ru yandex.com yandex.by yandex.kz yandex.ua yandex.com.tr
    ya.ru narod.ru rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru r0.ru pochta.ru newmail.ru nm.ru hotbox.ru
    land.ru qip.ru e-mail.ru email.ru ukr.net i.ua meta.ua bigmir.net online.ua email.ua ex.ua mail.ua tut.by
    mail.by abv.bg mail.bg dir.bg gbg.bg inbox.lv inbox.lt inbox.eu apollo.lv mail.ee hot.ee online.ee one.lt
    takas.lt zebra.lt email.ro yahoo.com.ro home.ro personal.ro k.ro mail.md mail.kz`,
  greeceTurkeyAndIsrael: `
    otenet.gr forthnet.gr hol.gr windowslive.gr freemail.gr in.gr mynet.com mynet.com.tr ttmail.com superonline.com
    turk.net walla.com walla.co.il netvision.net.il bezeqint.net 012.net.il 013.net zahav.net.il nana10.co.il
    inter.net.il barak.net.il`,
  unitedStates: `
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net
    swbell.net snet.net nvbell.net prodigy.net flash.net cox.net charter.net spectrum.net roadrunner.com rr.com twc.com
    brighthouse.com earthlink.net mindspring.com peoplepc.com centurylink.net centurytel.net embarqmail.com qwest.net
    q.com frontier.com frontiernet.net windstream.net optonline.net optimum.net suddenlink.net cableone.net
    mediacombb.net mchsi.com wowway.com rcn.com tds.net hughes.net gci.net hawaiiantel.net knology.net
    insightbb.com zoominternet.net atlanticbb.net ptd.net epix.net fuse.net consolidated.net cincinnatibell.net
    adelphia.net bresnan.net bellatlantic.net netscape.com`,
  canada: `
    rogers.com bell.net sympatico.ca shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca mts.net sasktel.net
    teksavvy.com primus.ca canada.com cogeco.net`,
  latinAmerica: `
    uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br r7.com zipmail.com.br pop.com.br
    superig.com.br veloxmail.com.br brturbo.com.br itelefonica.com.br click21.com.br terra.com terra.cl terra.com.ar
    terra.com.mx terra.com.co terra.com.pe terra.com.ve fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar
    uolsinectis.com.ar prodigy.net.mx infinitummail.com une.net.co cantv.net vtr.net manquehue.net adinet.com.uy
    montevideo.com.uy starmedia.com latinmail.com hispavista.com`,
  asia: `
    qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net 188.com 163.net 139.com 189.cn wo.cn sina.com
    sina.cn vip.sina.com sohu.com tom.com 21cn.com 263.net aliyun.com eyou.com netease.com naver.com hanmail.net
    daum.net nate.com kakao.com empas.com korea.com lycos.co.kr docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp
    i.softbank.jp vodafone.ne.jp disney.ne.jp ymobile.ne.jp nifty.com nifty.ne.jp biglobe.ne.jp ocn.ne.jp so-net.ne.jp
    infoseek.jp goo.jp goo.ne.jp hi-ho.ne.jp dion.ne.jp plala.or.jp asahi-net.or.jp hinet.net
    seed.net.tw pchome.com.tw netvigator.com hkbn.net i-cable.com singnet.com.sg starhub.net.sg pacific.net.sg
    streamyx.com tm.net.my jaring.my plasa.com telkom.net cbn.net.id indosat.net.id pldtdsl.net sanook.com thaimail.com
    vnn.vn fpt.vn bsnl.in vsnl.net vsnl.com airtelmail.in dataone.in sancharnet.in eth.net mtnl.net.in`,
  africaAndMiddleEast: `
    webmail.co.za mweb.co.za telkomsa.net vodamail.co.za iafrica.com absamail.co.za lantic.net ananzi.co.za
    emirates.net.ae eim.ae saudi.net.sa masrawy.com link.net menara.ma caramail.ma`,
  oceania: `
    bigpond.com bigpond.com.au bigpond.net.au optusnet.com.au optushome.com.au iinet.net.au tpg.com.au westnet.com.au
    internode.on.net adam.com.au dodo.com.au ozemail.com.au iprimus.com.au netspace.net.au aapt.net.au exemail.com.au
    ozbigpond.net.au xtra.co.nz slingshot.co.nz clear.net.nz paradise.net.nz orcon.net.nz vodafone.co.nz ihug.co.nz
    inspire.net.nz actrix.co.nz`,
};

/** The domains of {@link PROVIDERS}, one by one. */
export const FREE_MAIL_DOMAINS: readonly string[] = Object.values(PROVIDERS).flatMap((domains) =>
  domains.trim().split(/\s+/),
);
