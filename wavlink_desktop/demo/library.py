"""The clips of the demo library, as data.

File names follow the customs that real libraries mix: the Universal Category System, plain words, vendors' codes, names
that say nothing. Formats, rates and channels are mixed on purpose: whatever reads this library reads the world's.
"""

from functools import partial

from wavlink_desktop.demo import animals, fiction, impacts, machines, music, people, signals, vehicles, water, weather
from wavlink_desktop.demo.music import semitones
from wavlink_desktop.demo.sound import Event, Sound
from wavlink_desktop.demo.space import diffuse, passing, room

_OUTSIDE = room(0.6, 0.12, 2500, 0.03)
_STREET = room(1.2, 0.22, 2500, 0.02)
_SMALL = room(0.25, 0.18, 5000, 0.002)
_HALL = room(2.2, 0.5, 3500, 0.015)
_CAVE = room(2.8, 0.6, 2500, 0.02)

_WEATHER = [
    Sound("Weather/Rain_Light_Garden_01.wav", "rain", "light rain falling in a garden", partial(weather.rain, drops=160, bed=0.6), 8, diffuse(), channels=2, subtype="PCM_24", level=-9, description="Light rain falling in a garden, no wind, stereo"),
    Sound("Weather/Rain_Heavy_Downpour_01.wav", "rain", "heavy rain pouring down", partial(weather.rain, drops=900, bed=1.3, brightness=11000), 7, diffuse(), channels=2),
    Sound("Weather/Rain_Metal-Roof_Heavy_01.wav", "rain on metal roof", "heavy rain drumming on a metal roof", weather.rain_on_metal, 6, diffuse(), 96_000, 2, "PCM_24"),
    Sound("Weather/RAINGlas_Rain on Window Interior_Demo.wav", "rain on window", "rain drops tapping on a window pane", weather.rain_on_window, 6, diffuse(0.4), channels=2, level=-8, description="Rain on window glass, interior perspective, quiet room"),
    Sound("Weather/hail on car.flac", "hail", "hail stones rattling down", weather.hail, 5, diffuse(), 44_100, 2),
    Sound("Weather/wind howling through window gap.flac", "wind", "wind howling and whistling through a gap", partial(weather.wind, howl=1.1), 9, diffuse(0.5), 44_100, 2, description="Howling wind"),
    Sound("Weather/WIND_Gusty_Open-Field_03.wav", "wind", "strong gusts of wind over an open field", partial(weather.wind, howl=0.15, pitch=300), 8, diffuse(), 48_000, 2, "PCM_24"),
    Sound("Weather/breeze in trees.ogg", "wind in trees", "wind blowing through the leaves of trees", weather.wind_in_trees, 9, diffuse(), 44_100, 2, "VORBIS", level=-9),
    Sound("Weather/thunder close strike.aiff", "thunder", "a loud crack of thunder close by", partial(weather.thunder, distance=0.1), 7, room(1.5, 0.2, 1500), 48_000, 2, "PCM_24"),
    Sound("Weather/thunder distant rumble.ogg", "thunder", "distant thunder rumbling", partial(weather.thunder, distance=0.9), 9, room(1.5, 0.3, 900), 44_100, 2, "VORBIS", level=-8),
    Sound("Weather/REC_0042.wav", "thunderstorm", "rain with a roll of thunder", weather.rain, 9, diffuse(), 48_000, 2, level=-4, event=Event(partial(weather.thunder, distance=0.5), 2.5, 6, above=4)),
    Sound("Fire/FIRECrkl_Campfire Crackling_Demo.wav", "fire", "a campfire crackling", weather.fire, 8, diffuse(0.4), 48_000, 2, "PCM_24", description="Campfire, close, dry wood crackling and popping"),
    Sound("Fire/fireplace.mp3", "fire", "logs burning in a fireplace", partial(weather.fire, crackles=6), 8, _SMALL, 44_100, 2, "MPEG_LAYER_III", level=-6, description="Fireplace burning in a living room"),
]

_WATER = [
    Sound("Water/Ocean Waves on Sandy Beach.flac", "ocean waves", "ocean waves breaking on a beach", water.waves, 16, diffuse(), 48_000, 2, description="Ocean waves breaking on a sandy beach"),
    Sound("Water/stream_small_brook_loop.wav", "stream", "a small brook babbling over stones", water.stream, 7, diffuse(), 48_000, 2),
    Sound("Water/Waterfall.opus", "waterfall", "the roar of a waterfall", water.waterfall, 6, diffuse(), 48_000, 2, "OPUS", level=-6),
    Sound("Water/Cave_Water-Drips_01.wav", "water drips", "water dripping in a cave", water.drips, 7, _CAVE, 96_000, 2, "PCM_24", level=-6),
    Sound("Water/WATRBubl_Bubbles Underwater_Demo.wav", "bubbles", "bubbles blown through water", water.bubbling, 5, _SMALL, 48_000, 1, "PCM_24"),
    Sound("Water/pouring glass of water.m4a", "pouring water", "water being poured into a glass", water.pouring, 5, _SMALL, 44_100, 1, "AAC"),
    Sound("Household/toilet flush.mp3", "toilet flush", "a toilet being flushed", water.flush, 9, room(0.5, 0.4, 5000), 44_100, 1, "MPEG_LAYER_III", level=-5),
]

_VEHICLES = [
    Sound("Vehicles/police siren wail.flac", "police siren", "a police siren wailing", signals.siren, 9, _STREET, 44_100, 2, description="American police siren, wail"),
    Sound("Vehicles/Siren_Police_Yelp_Pass-By.wav", "police siren", "a police car passes with a yelping siren", partial(signals.siren, period=0.32), 7, passing(17, 9, 0.5), 48_000, 2),
    Sound("Vehicles/ambulance two tone europe.mp3", "ambulance siren", "a European two-tone ambulance siren", signals.two_tone, 8, passing(14, 15, 0.6), 44_100, 2, "MPEG_LAYER_III", level=-5, description="Ambulance with two-tone siren, Europe"),
    Sound("Vehicles/CAR_ENGINE_IDLE_01.wav", "car engine", "a car engine idling", vehicles.engine, 6, _OUTSIDE, 48_000, 1, "PCM_24"),
    Sound("Vehicles/CAR_ENGINE_REVS_02.wav", "car engine", "a car engine revving up and down", partial(vehicles.engine, speed=((0, 850), (0.8, 900), (1.6, 4300), (2.2, 1500), (3.2, 1200), (4.2, 5200), (5.0, 1500), (6, 900))), 6, _OUTSIDE, 48_000, 1, "PCM_24"),
    Sound("Vehicles/car start cold.wav", "car starting", "a car engine is cranked and starts", vehicles.car_start, 5, _OUTSIDE, 44_100),
    Sound("Vehicles/VEHCar_Car Pass By Fast_Demo.wav", "car passing by", "a car drives past fast", vehicles.tyres, 6, passing(24, 6, 0.5), 48_000, 2),
    Sound("Vehicles/tire skid.ogg", "tire skid", "tires squealing as a car skids", vehicles.skid, 2.5, _OUTSIDE, 44_100, 1, "VORBIS"),
    Sound("Vehicles/car horn double honk.wav", "car horn", "a car horn honks twice", partial(signals.horn, pitches=(415, 522), blasts=((0.2, 0.35), (0.8, 0.9))), 2.5, _STREET, 44_100),
    Sound("Vehicles/Motorbike V-Twin Idle and Rev.aif", "motorcycle", "a motorcycle idles and revs", partial(vehicles.motorcycle, speed=((0, 850), (2, 850), (2.8, 3600), (3.6, 1300), (4.6, 4100), (6, 1000))), 6, _OUTSIDE, 44_100, 1, "PCM_24"),
    Sound("Vehicles/motorcycle_passby.w64", "motorcycle", "a motorcycle roars past", partial(vehicles.motorcycle, speed=((0, 4200),)), 6, passing(22, 7, 0.5), 48_000, 2, "PCM_24"),
    Sound("Vehicles/reversing beeper lorry.wav", "reversing beeps", "a truck's reversing alarm beeping", partial(signals.beeps, pitch=1240), 5, _STREET, 32_000),
    Sound("Vehicles/Helicopter hover 01.wav", "helicopter", "a helicopter hovering", vehicles.helicopter, 7, room(0.8, 0.25, 1800), 48_000, 2),
    Sound("Vehicles/AERO_Prop_Fly-Over.flac", "propeller plane", "a small propeller aeroplane flies over", vehicles.propeller_plane, 9, passing(45, 110, 0.45), 48_000, 2),
    Sound("Vehicles/jet flyover.wav", "jet", "a jet plane flies over", vehicles.jet, 9, passing(120, 220, 0.45), 48_000, 2, "PCM_24"),
    Sound("Vehicles/Train_Passing_On_Tracks.wav", "train", "a train passes on the tracks, clickety-clack", vehicles.train, 9, passing(9, 14, 0.5), 48_000, 2),
    Sound("Vehicles/train horn.caf", "train horn", "a train blows its horn", partial(signals.horn, pitches=(311, 370, 415, 494, 622), blasts=((0.3, 1.6), (2.2, 0.5), (3.0, 1.8)), reed=0.82), 6, room(2.5, 0.45, 1800, 0.06), 48_000, 2, "PCM_24"),
    Sound("Vehicles/steam locomotive.au", "steam train", "a steam locomotive chuffing", vehicles.steam_train, 7, _OUTSIDE, 22_050),
    Sound("Vehicles/motorboat.ogg", "motorboat", "a motor boat with an outboard engine", vehicles.motorboat, 6, _OUTSIDE, 32_000, 1, "VORBIS"),
]

_ALARMS = [
    Sound("Alarms/Air Raid Siren WWII.wav", "air raid siren", "an air raid siren rising and falling", signals.air_raid, 14, room(3, 0.5, 1500, 0.08), 22_050),
    Sound("Alarms/smoke_detector_beeping.wav", "smoke alarm", "a smoke detector beeping", signals.smoke_alarm, 7, _SMALL, 44_100),
    Sound("Alarms/ALRMBell_Fire Alarm Bell School_Demo.wav", "fire alarm", "a fire alarm bell ringing in a school", signals.fire_bell, 5, _HALL, 48_000, 2, description="Fire alarm bell, school corridor"),
    Sound("Alarms/alarm clock digital.mp3", "alarm clock", "a digital alarm clock beeping", signals.alarm_clock, 5, _SMALL, 44_100, 1, "MPEG_LAYER_III", level=-6),
    Sound("Alarms/ship foghorn.opus", "foghorn", "the foghorn of a ship", partial(signals.horn, pitches=(87, 88.1), blasts=((0.4, 3.2),), reed=0.86), 7, room(4, 0.6, 900, 0.12), 48_000, 1, "OPUS"),
    Sound("Bells/church bells sunday.flac", "church bell", "a church bell tolling", signals.church_bell, 10, room(2, 0.3, 2500, 0.05), 48_000, 2, "PCM_24", description="Church bell tolling, recorded from the square"),
    Sound("Bells/bicycle bell ring ring.wav", "bicycle bell", "a bicycle bell rings twice", signals.bicycle_bell, 3.5, _OUTSIDE, 48_000),
    Sound("Bells/hand bell.ogg", "hand bell", "a small hand bell being rung", signals.hand_bell, 4, _SMALL, 44_100, 1, "VORBIS"),
    Sound("Bells/DOORBell_Ding Dong_Demo.wav", "doorbell", "a doorbell chimes ding-dong", signals.doorbell, 3.5, _SMALL, 48_000, 1, "PCM_24"),
    Sound("Bells/Wind Chimes on Porch.wav", "wind chimes", "wind chimes tinkling", music.wind_chimes, 8, _OUTSIDE, 192_000, 1, "PCM_24", level=-8),
    Sound("Telephones/old_phone_ringing.wav", "telephone", "an old telephone ringing", signals.telephone_bell, 6, _SMALL, 16_000),
    Sound("Telephones/office phone.wav", "telephone", "an electronic office telephone ringing", signals.telephone_electronic, 5, _SMALL, 8_000, 1, "PCM_U8"),
    Sound("Telephones/touch tone dial.au", "telephone dialling", "a number is dialled with touch tones", signals.dialling, 3, _SMALL, 8_000, 1, "ULAW"),
]

_HOUSEHOLD = [
    Sound("Household/Clock_Ticking_Close_01.wav", "clock ticking", "a clock ticking", machines.clock, 6, _SMALL, 48_000, 1, "PCM_24", level=-8),
    Sound("Household/grandfather clock.flac", "clock ticking", "a grandfather clock ticking slowly", partial(machines.clock, every=1.0, pitch=0.6), 8, room(0.7, 0.4, 3000), 44_100, 1, level=-6),
    Sound("Household/vacuum cleaner.wav", "vacuum cleaner", "a vacuum cleaner is switched on", machines.vacuum, 6, _SMALL, 44_100),
    Sound("Household/Hair Dryer.m4a", "hair dryer", "a hair dryer blowing", machines.hair_dryer, 5, _SMALL, 48_000, 2, "AAC", level=-5),
    Sound("Household/desk fan hum.ogg", "fan", "an electric fan humming", machines.fan, 7, _SMALL, 44_100, 1, "VORBIS", level=-8),
    Sound("Household/untitled-3.wav", "keyboard typing", "someone typing on a computer keyboard", machines.typing, 6, _SMALL, 44_100, 1, level=-6),
    Sound("Household/typewriter.flac", "typewriter", "a mechanical typewriter", machines.typewriter, 5.5, _SMALL, 44_100),
    Sound("Household/camera shutter slr.wav", "camera shutter", "a camera taking photographs", machines.camera, 4, _SMALL, 96_000),
    Sound("Household/Keys_Jingle_02.wav", "keys jingling", "a bunch of keys jingling", impacts.keys, 4, _SMALL, 96_000, 1, "PCM_24"),
    Sound("Household/coin drop on table.wav", "coin", "a coin drops and spins on a table", impacts.coin, 3, _SMALL, 48_000),
    Sound("Household/dishes.caf", "dishes", "dishes clinking and clattering", impacts.dishes, 6, room(0.5, 0.3, 5000), 44_100),
    Sound("Household/sewing machine.wav", "sewing machine", "a sewing machine running", machines.sewing_machine, 5, _SMALL, 44_100),
    Sound("Tools/power drill.wav", "drill", "an electric drill drilling a hole", machines.drill, 4.5, _SMALL, 44_100, 1, "PCM_24"),
    Sound("Tools/Chainsaw_Cut-Wood.flac", "chainsaw", "a chainsaw cutting wood", machines.chainsaw, 7, _OUTSIDE, 48_000),
    Sound("Tools/jackhammer street works.wav", "jackhammer", "a jackhammer breaking concrete", machines.jackhammer, 5, _STREET, 48_000, 2),
    Sound("Tools/hammer on anvil.aiff", "hammer", "a hammer striking an anvil", impacts.anvil, 4.5, room(0.8, 0.3), 48_000, 1, "PCM_16"),
    Sound("Tools/ratchet wrench.wav", "ratchet", "a ratchet clicking", machines.ratchet, 4, _SMALL, 44_100),
]

_FOLEY = [
    Sound("Foley/Footsteps_Gravel_Boots_Walk.wav", "footsteps on gravel", "footsteps walking on gravel", impacts.steps_on_gravel, 6, _OUTSIDE, 96_000, 1, "PCM_24", level=-6),
    Sound("Foley/Footsteps_Wood-Floor_Heels.wav", "footsteps on wood", "footsteps on a wooden floor", impacts.steps_on_wood, 6, room(0.6, 0.35), 48_000, 1, "PCM_24", level=-6),
    Sound("Foley/steps snow crunchy.wav", "footsteps in snow", "footsteps crunching in snow", impacts.steps_in_snow, 6, _OUTSIDE, 48_000, 1, "FLOAT", level=-8),
    Sound("Foley/running.mp3", "running footsteps", "someone running", impacts.running, 5, _STREET, 44_100, 1, "MPEG_LAYER_III", level=-6),
    Sound("Doors/DOORKnck_Wood Door Three Knocks_Demo.wav", "door knock", "three knocks on a wooden door", impacts.knock, 2, room(0.5, 0.25), 48_000, 1, "PCM_24", description="Three knocks on a wooden door, hallway"),
    Sound("Doors/Door_Creak_Old_Slow.wav", "door creak", "an old door creaking open", impacts.creak, 4, room(0.7, 0.3), 48_000, 1, "PCM_24", level=-6),
    Sound("Doors/door slam heavy.flac", "door slam", "a heavy door slamming shut", impacts.slam, 2.5, room(1.0, 0.45), 44_100, 2),
    Sound("Impacts/Glass_Break_Window_01.wav", "glass breaking", "a window pane shatters", impacts.glass, 3, _SMALL, 192_000, 1, "PCM_24"),
    Sound("Impacts/SWORDS_Clash_Fight.wav", "swords", "swords clashing in a fight", impacts.clash, 5, room(0.8, 0.25), 96_000, 1, "PCM_24"),
    Sound("Impacts/axe chopping wood.ogg", "wood chopping", "an axe chopping wood", impacts.chop, 5, _OUTSIDE, 44_100, 1, "VORBIS"),
    Sound("Impacts/basketball bounce gym.wav", "ball bouncing", "a basketball bouncing in a gym", impacts.bounce, 5, _HALL, 44_100),
    Sound("Impacts/punch hits.wav", "punch", "punches hitting", impacts.punches, 3, _SMALL, 44_100),
    Sound("Whooshes/WHSH_Swish_Stick_Set.wav", "whoosh", "quick whooshes through the air", impacts.whooshes, 4, _SMALL, 48_000, 1, "FLOAT", level=-6),
    Sound("Whooshes/whip crack.wav", "whip", "a whip cracking", impacts.whip, 3.5, _OUTSIDE, 96_000),
    Sound("Weapons/EXPLReal_Explosion Large Debris_Demo.wav", "explosion", "a large explosion with debris", impacts.explosion, 5, _OUTSIDE, 48_000, 6, "PCM_24", container="WAVEX"),
    Sound("Weapons/pistol shots.wav", "gunshot", "gun shots fired outdoors", partial(impacts.gunshot, shots=3), 4, _OUTSIDE, 48_000, 2),
    Sound("Weapons/machine gun bursts.flac", "machine gun", "bursts of machine gun fire", impacts.machine_gun, 5, _OUTSIDE, 48_000),
    Sound("Weapons/fireworks.wav", "fireworks", "fireworks whistle and burst", impacts.fireworks, 8, _OUTSIDE, 48_000, 2),
]

_LIVING = [
    Sound("Animals/Dog_Bark_Medium_01.wav", "dog bark", "a dog barking", animals.bark, 4, _OUTSIDE, 48_000, 1, "PCM_24"),
    Sound("Animals/cat meow.mp3", "cat meow", "a cat meowing", animals.meow, 4, _SMALL, 44_100, 1, "MPEG_LAYER_III", level=-5, description="Cat meowing, indoors"),
    Sound("Animals/cat purring.flac", "cat purr", "a cat purring", animals.purr, 6, _SMALL, 44_100, 1, level=-9),
    Sound("Animals/cow moo.wav", "cow", "a cow mooing", animals.moo, 3, _OUTSIDE, 44_100),
    Sound("Animals/sheep.ogg", "sheep", "a sheep bleating", animals.bleat, 4, _OUTSIDE, 44_100, 1, "VORBIS"),
    Sound("Animals/BIRDSong_Songbirds Garden Morning_Demo.wav", "birds", "birds singing and chirping", partial(animals.birds, busy=3.0), 9, room(0.9, 0.3, 5000, 0.02), 96_000, 2, "PCM_24", level=-6, description="Songbirds in a garden in the morning"),
    Sound("Animals/crow caw.wav", "crow", "a crow cawing", animals.crow, 4, _OUTSIDE, 44_100),
    Sound("Animals/duck.wav", "duck", "a duck quacking", animals.duck, 3, _OUTSIDE, 44_100),
    Sound("Animals/hen clucking.wav", "chicken", "a hen clucking", animals.cluck, 5, _OUTSIDE, 44_100),
    Sound("Animals/Owl Tawny Night.flac", "owl", "an owl hooting at night", animals.owl, 6, room(1.5, 0.35, 2500, 0.03), 44_100, 1, level=-6),
    Sound("Animals/crickets night.ogg", "crickets", "crickets chirping at night", animals.crickets, 9, diffuse(0.3), 44_100, 2, "VORBIS", level=-8),
    Sound("Animals/frogs pond.wav", "frogs", "frogs croaking at a pond", animals.frogs, 7, diffuse(0.5), 44_100, 2),
    Sound("Animals/bee_buzzing.wav", "bee", "a bee buzzing around", animals.insect, 5, room(0.2, 0.1), 48_000, 2),
    Sound("Animals/mosquito.opus", "mosquito", "a mosquito whining near the ear", partial(animals.insect, pitch=560, visits=0.9), 5, room(0.2, 0.1), 48_000, 1, "OPUS", level=-6),
    Sound("Animals/horse trot cobbles.wav", "horse", "a horse trotting on cobbles, clip-clop", impacts.hooves, 5, _STREET, 44_100),
    Sound("Animals/rattlesnake warning.wav", "rattlesnake", "a rattlesnake shaking its rattle", animals.rattlesnake, 4, _OUTSIDE, 48_000),
    Sound("Animals/humpback whale.flac", "whale", "a whale singing under water", animals.whale, 9, room(4, 0.8, 1200, 0.05), 44_100, 2),
    Sound("People/applause_medium_audience.wav", "applause", "an audience applauding", people.applause, 8, room(1.4, 0.35, 4500), 48_000, 4, "PCM_24"),
    Sound("People/Crowd Walla Restaurant.flac", "crowd", "a crowd of people talking", people.crowd, 9, room(0.9, 0.5, 3000), 44_100, 2, description="Crowd walla, restaurant, no distinct words"),
    Sound("People/stadium cheer.mp3", "crowd cheering", "a crowd cheering", people.cheer, 6, room(1.5, 0.5, 3500), 44_100, 2, "MPEG_LAYER_III", level=-5),
    Sound("People/heartbeat.wav", "heartbeat", "a heart beating", people.heartbeat, 6, room(0.05, 0.05), 22_050),
    Sound("People/snoring man.wav", "snoring", "someone snoring", people.snoring, 8, _SMALL, 32_000),
    Sound("People/TAKE 7.wav", "breathing", "heavy breathing", people.breathing, 7, _SMALL, 44_100, 1, "FLOAT", level=-9),
    Sound("People/whistling a tune.ogg", "whistling", "a person whistling a tune", people.whistling, 5, _HALL, 44_100, 1, "VORBIS"),
    Sound("People/referee whistle.wav", "whistle", "a referee blowing a whistle", people.referee, 3.2, _HALL, 44_100),
    Sound("People/finger snaps.wav", "finger snapping", "fingers snapping", people.snaps, 3, _SMALL, 44_100),
]

_MUSIC = [
    Sound("Music/Guitar_Acoustic_Arpeggio_Am.wav", "guitar", "an acoustic guitar plucking an arpeggio", partial(music.guitar, score=semitones(110, [0, 7, 12, 15, 19, 15, 12, 7], 0.32)), 5, room(0.5, 0.25), 44_100, 2, "PCM_24"),
    Sound("Music/piano chord progression.flac", "piano", "a piano playing", partial(music.piano, score=[*semitones(261.6, [0, 4, 7, 12], 0.28), *semitones(220.0, [0, 3, 7, 12], 0.28, 1.6), *semitones(174.6, [0, 4, 7, 12], 0.28, 3.1)]), 6.5, room(1.2, 0.3), 44_100, 2, "PCM_24"),
    Sound("Music/drum loop 108bpm.wav", "drums", "a drum kit playing a beat", music.drum_beat, 5, room(0.5, 0.25), 44_100, 2),
    Sound("Music/flute melody.ogg", "flute", "a flute playing a melody", partial(music.flute, score=semitones(587.3, [0, 2, 4, 7, 4, 2, 0], 0.55)), 5, _HALL, 44_100, 1, "VORBIS"),
    Sound("Music/violin.wav", "violin", "a violin playing long notes", partial(music.violin, score=semitones(440, [0, 3, 7, 5, 3], 0.9)), 5.5, _HALL, 44_100),
    Sound("Music/marimba.aiff", "marimba", "a marimba playing", partial(music.bars, score=semitones(261.6, [0, 4, 7, 12, 7, 4, 0, 7], 0.25), ratios=(1, 3.93, 9.2), tau=0.22, click=0.15), 3, room(0.6, 0.3), 44_100, 1, "PCM_16"),
    Sound("Music/music box lullaby.wav", "music box", "a music box playing a lullaby", partial(music.music_box, score=semitones(1046.5, [4, 4, 7, 4, 4, 7, 4, 7, 12, 11, 9, 9, 7], 0.36)), 6.5, _SMALL, 44_100),
    Sound("Music/church organ chord.flac", "organ", "a church organ playing chords", partial(music.organ, chords=[(0.2, (261.6, 329.6, 392.0)), (2.2, (220.0, 349.2, 440.0)), (4.2, (196.0, 293.7, 392.0))]), 7, room(3.5, 0.7, 3500, 0.03), 44_100, 2),
    Sound("Music/gong.wav", "gong", "a large gong is struck", music.gong, 8, room(1.5, 0.3), 48_000, 2, "PCM_24"),
    Sound("Music/cymbal crash.w64", "cymbal", "a crash cymbal", music.cymbal, 4, room(0.6, 0.25), 48_000, 1, "PCM_24"),
    Sound("Music/timpani roll.flac", "timpani", "a timpani roll", music.timpani, 5, _HALL, 44_100, 2),
]

_FICTION = [
    Sound("Interface/ui_notification_up.wav", "notification", "a soft notification chime of an interface", signals.notification, 1.6, _SMALL, 44_100, 2),
    Sound("Interface/ui beep.wav", "beep", "short electronic beeps", partial(signals.beeps, pitch=1800, every=0.3, length=0.12), 1.5, room(0.05, 0.05), 22_050),
    Sound("Interface/error buzzer.ogg", "buzzer", "a buzzer for a wrong answer", signals.error_buzz, 1.6, _SMALL, 44_100, 1, "VORBIS"),
    Sound("Interface/8bit coin pickup.wav", "video game coin", "a coin is picked up in a video game", fiction.coin_pickup, 1.5, room(0.05, 0.02), 22_050, 1, "PCM_U8"),
    Sound("SciFi/LASRGun_Laser Blaster Shots_Demo.wav", "laser", "laser gun shots", fiction.zap, 2.5, room(0.6, 0.25), 48_000, 2, "PCM_24"),
    Sound("SciFi/force field hum.aiff", "force field", "the hum of a force field", fiction.force_field, 6, room(0.8, 0.3), 48_000, 2, "PCM_24", level=-6),
    Sound("SciFi/power up.wav", "power up", "a machine charging and powering up", fiction.power_up, 4, room(1.0, 0.3), 44_100, 2),
    Sound("SciFi/teleport beam.flac", "teleport", "a sparkling teleporter beam", fiction.teleport, 4, room(1.5, 0.4), 44_100, 2),
    Sound("SciFi/untitled_final_v2.wav", "theremin", "an eerie theremin", fiction.theremin, 6, _HALL, 44_100),
    Sound("SciFi/sonar ping.mp3", "sonar", "a submarine's sonar ping", signals.sonar, 7, room(4, 0.8, 2000, 0.05), 44_100, 1, "MPEG_LAYER_III", level=-6),
    Sound("SciFi/radio static.wav", "radio static", "static between radio stations", machines.static, 5, room(0.05, 0.05), 22_050),
]

_AMBIENCES = [
    Sound("Ambiences/Forest Morning Ambience Long.flac", "thunder", "birds in a forest in the morning, thunder in the distance", partial(animals.birds, busy=1.6), 70, room(1.2, 0.4, 4500, 0.03), 44_100, 1, event=Event(partial(weather.thunder, distance=0.55), 47, 8, room(2, 0.4, 900), 2), level=-6),
    Sound("Ambiences/Room Tone Apartment Quiet.wav", "doorbell", "a quiet room, the doorbell rings", machines.fan, 60, room(0.4, 0.3), 22_050, 1, event=Event(signals.doorbell, 31, 4, above=20), level=-6),
    Sound("Ambiences/AMB_City_Street_Afternoon.mp3", "police siren", "street traffic, a police siren passes", vehicles.traffic, 80, diffuse(), 44_100, 2, "MPEG_LAYER_III", event=Event(signals.siren, 52, 12, passing(14, 25, 0.5), 6), level=-5),
    Sound("Ambiences/summer night crickets.ogg", "dog bark", "crickets at night, a dog barks far off", animals.crickets, 60, room(0.6, 0.4), 32_000, 1, "VORBIS", event=Event(animals.bark, 22, 5, room(1.5, 0.5, 1800, 0.05), 10), level=-5),
    Sound("Ambiences/Beach_Waves_Long_Take-2.opus", "foghorn", "waves on a beach, a foghorn sounds", water.waves, 75, diffuse(), 48_000, 2, "OPUS", event=Event(partial(signals.horn, pitches=(87, 88.1), blasts=((0.3, 3.0),), reed=0.86), 38, 5, room(3, 0.6, 900, 0.1), 4), level=-6),
    Sound("Ambiences/Office Open Plan.wav", "telephone", "people talk in an office, a telephone rings", partial(people.crowd, people=4), 45, room(0.6, 0.5, 2500), 22_050, 1, event=Event(signals.telephone_bell, 19, 5.5, above=7), level=-5),
    Sound("Ambiences/CALM_Campfire_Evening.rf64.wav", "owl", "a camp fire, an owl hoots", partial(weather.fire, crackles=5), 50, _OUTSIDE, 24_000, 1, "PCM_16", container="RF64", event=Event(animals.owl, 28, 6, room(1.5, 0.5, 2000, 0.05), 0), level=-6),
    Sound("Ambiences/House interior rain day.flac", "glass breaking", "rain on the window, then glass breaks", weather.rain_on_window, 45, _SMALL, 32_000, 1, event=Event(impacts.glass, 33, 3, above=8), level=-4),
]

SOUNDS: list[Sound] = [
    *_WEATHER, *_WATER, *_VEHICLES, *_ALARMS, *_HOUSEHOLD, *_FOLEY, *_LIVING, *_MUSIC, *_FICTION, *_AMBIENCES,
]  # fmt: skip
